package dev.slipway.workbench.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.summary;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import j2html.tags.DomContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scripts that an upgrade would run, with their SQL.
public final class PendingSection {
    private PendingSection() {}

    static DomContent of(ReportRequest request) {
        HistoryResult history = request.history();
        if (history.database() == null) {
            return p("no database was asked");
        }
        List<HistoryResult.Entry> entries = entries(history);
        ReportScripts scripts = new ReportScripts(request.graph().scripts());
        return entries.isEmpty()
                ? p("nothing")
                : each(
                        entries,
                        entry -> of(entry, scripts.of(entry).map(Script::file).orElse(null), request.impacts()));
    }

    private static DomContent of(HistoryResult.Entry entry, @Nullable ScriptFile file, List<Impact> impacts) {
        List<Impact> own = impacts.stream()
                .filter(impact -> file != null && impact.script().equals(file.path()))
                .toList();
        return details(
                        summary(ReportText.of(entry.label() + " " + entry.description())),
                        each(own, impact -> p(ReportText.of(impact.text()))),
                        pre(ReportText.of(file == null ? "" : file.text())))
                .attr("open");
    }

    /// The same as they were read.
    public static List<Script> scripts(HistoryResult history, ScriptSet all) {
        ReportScripts scripts = new ReportScripts(all);
        return entries(history).stream()
                .flatMap(entry -> scripts.of(entry).stream())
                .<Script>map(script -> script)
                .toList();
    }

    static List<HistoryResult.Entry> entries(HistoryResult history) {
        return history.entries().stream()
                .filter(entry -> entry.state() == HistoryResult.State.PENDING)
                .toList();
    }
}
