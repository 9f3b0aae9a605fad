package dev.slipway.workbench.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.summary;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.script.ScriptFile;
import j2html.tags.DomContent;
import java.util.List;

/// The scripts that an upgrade would run, with their SQL.
final class PendingSection {
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
                        entry -> details(
                                        summary(ReportText.of(entry.label() + " " + entry.description())),
                                        pre(ReportText.of(scripts.of(entry)
                                                .map(script -> script.file())
                                                .map(ScriptFile::text)
                                                .orElse(""))))
                                .attr("open"));
    }

    static List<HistoryResult.Entry> entries(HistoryResult history) {
        return history.entries().stream()
                .filter(entry -> entry.state() == HistoryResult.State.PENDING)
                .toList();
    }
}
