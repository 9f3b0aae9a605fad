package dev.slipway.workbench.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.UpgradeRefusal;
import dev.slipway.runner.model.Version;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the scripts and the database are, in a few lines.
final class SummarySection {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private SummarySection() {}

    static DomContent of(ReportRequest request) {
        HistoryResult history = request.history();
        DlTag lines = dl();
        line(
                lines,
                "Scripts",
                "%d, %s"
                        .formatted(
                                history.entries().size(), heads(request.graph().heads())));
        String database = history.database();
        ReportedTenants tenants = request.tenants();
        if (tenants != null) {
            line(lines, "Tenants", String.valueOf(tenants.count()));
        } else {
            line(lines, "Database", database == null ? "not asked" : database);
        }
        if (database != null) {
            line(lines, "Revision", history.position().isEmpty() ? "none" : Version.list(history.position()));
            int pending = PendingSection.entries(history).size();
            line(lines, "Pending", pending == 0 ? "nothing" : String.valueOf(pending));
            history.batches().forEach(batch -> line(lines, "Batch", batch.text()));
        }
        addRefusal(lines, history.refusal());
        ReportedDrift drift = request.drift();
        if (drift != null) {
            line(lines, "Drift", drift.summary());
        }
        line(lines, "Written", MINUTE.format(request.written()));
        return lines;
    }

    private static void addRefusal(DlTag lines, @Nullable UpgradeRefusal refusal) {
        if (refusal != null) {
            lines.with(dt("Upgrade"), dd(ReportText.of(refused(refusal))).withClass("bad"));
        }
    }

    private static String refused(UpgradeRefusal refusal) {
        return "refused: "
                + String.join(
                        "\n",
                        Stream.concat(Stream.of(refusal.message()), refusal.details().stream())
                                .toList());
    }

    private static String heads(List<Version> heads) {
        return (heads.size() > 1 ? "heads " : "head ") + (heads.isEmpty() ? "none" : Version.list(heads));
    }

    private static void line(DlTag lines, String term, String text) {
        lines.with(dt(term), dd(ReportText.of(text)));
    }
}
