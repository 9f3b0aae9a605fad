package dev.slipway.workbench.report;

import static j2html.TagCreator.b;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.slipway.runner.engine.status.HistoryResult.Entry;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.script.Script;
import j2html.tags.DomContent;
import j2html.tags.specialized.DetailsTag;
import j2html.tags.specialized.SummaryTag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What is known of one script: what became of it, what it changes, its hazards, whether it can be taken back, its SQL.
final class RevisionDetails {
    private final Manifest manifest;
    private final ReportScripts scripts;

    RevisionDetails(ReportRequest request) {
        this.manifest = Objects.requireNonNullElse(request.manifest(), Manifest.EMPTY);
        this.scripts = new ReportScripts(request.graph().scripts());
    }

    DomContent of(Entry entry) {
        Optional<ProvedRevision> proved = Version.parse(entry.label())
                .flatMap(version -> Optional.ofNullable(manifest.revisions().get(version)));
        DetailsTag details = details(heading(entry, proved));
        details.with(p(applied(entry)).withClass("run"));
        if (!entry.parents().isEmpty()) {
            details.with(p("builds on " + Version.list(entry.parents())));
        }
        if (entry.isRevision()) {
            details.with(p(ReportText.of(wayBack(entry, proved))));
        }
        proved.ifPresent(revision -> details.with(
                list("Changes", ChangeText.of(revision.changes())),
                list(
                        "Hazards",
                        revision.hazards().stream().map(RevisionDetails::hazard).toList()),
                list("Work", works(revision))));
        scripts.of(entry).ifPresent(script -> details.with(sql(script)));
        scripts.undoOf(entry).ifPresent(script -> details.with(sql(script)));
        return details;
    }

    private SummaryTag heading(Entry entry, Optional<ProvedRevision> proved) {
        boolean contract =
                scripts.of(entry).map(script -> script.header().contract()).orElse(false);
        SummaryTag heading = summary(b(entry.label()), text(" " + ReportText.of(entry.description()) + " "));
        if (entry.state() != null) {
            String state = entry.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            heading.with(chip(state, state.replace(' ', '-')));
        }
        heading.condWith(entry.current(), chip("the database", "current"));
        heading.condWith(contract, chip("contract", "contract"));
        proved.filter(revision -> revision.irreversible() != null)
                .ifPresent(_ -> heading.with(chip("cannot be taken back", "bad")));
        proved.filter(revision -> !revision.hazards().isEmpty())
                .ifPresent(revision ->
                        heading.with(chip(Plural.of(revision.hazards().size(), "hazard"), "hazard")));
        return heading;
    }

    private static DomContent chip(String text, String kind) {
        return span(text).withClass("chip " + kind);
    }

    private static String applied(Entry entry) {
        return entry.installedOn() == null
                ? "not applied" + (entry.state() == null ? " as far as is known: no database was asked" : "")
                : ReportText.of("applied %s by %s in %d ms"
                        .formatted(
                                entry.installedOn().toString().replace('T', ' '),
                                entry.installedBy(),
                                Objects.requireNonNullElse(entry.milliseconds(), 0)));
    }

    private static String wayBack(Entry entry, Optional<ProvedRevision> proved) {
        if (proved.isEmpty()) {
            return "not proved";
        }
        ProvedRevision revision = proved.get();
        if (revision.irreversible() != null) {
            return "cannot be taken back: " + revision.irreversible();
        }
        if (entry.undo() == null) {
            return "has no undo script";
        }
        return revision.taken()
                ? "taken as it is: whether it can be taken back was not tried"
                : "can be taken back: %s restores the schema".formatted(entry.undo());
    }

    private static String hazard(HazardFound found) {
        return "%s in %s:%d: %s%s"
                .formatted(
                        found.hazard().code(),
                        found.script(),
                        found.line(),
                        found.detail(),
                        found.allowed() == null ? "" : " (allowed: %s)".formatted(found.allowed()));
    }

    private static List<String> works(ProvedRevision revision) {
        List<TableWork> works = Objects.requireNonNullElse(revision.works(), List.of());
        return works.stream()
                .map(work -> "line %d %s %s".formatted(work.line(), work.kind().does(), work.table()))
                .toList();
    }

    private static DomContent list(String heading, List<String> lines) {
        return iff(!lines.isEmpty(), each(h3(heading), ul(each(lines, line -> li(ReportText.of(line))))));
    }

    private static DomContent sql(Script script) {
        return each(h3(script.file().path()), pre(ReportText.of(script.file().text())));
    }
}
