package dev.slipway.workbench.report;

import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.pre;

import dev.slipway.runner.command.GraphDrawing;
import dev.slipway.runner.command.HistoryDrawing;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.HistoryResult.Entry;
import j2html.tags.DomContent;
import j2html.tags.specialized.OlTag;
import java.util.Map;

/// All scripts in the order in which they are applied, with the graph of revisions beside them.
final class RevisionsSection {
    private final Map<String, GraphDrawing.Row> rows;
    private final RevisionDetails details;

    private RevisionsSection(ReportRequest request) {
        this.details = new RevisionDetails(request);
        this.rows = HistoryDrawing.graph(
                request.history().entries().stream().filter(Entry::isRevision).toList());
    }

    static DomContent of(ReportRequest request) {
        RevisionsSection section = new RevisionsSection(request);
        HistoryResult history = request.history();
        OlTag list = ol();
        history.entries().forEach(entry -> list.with(section.item(entry)));
        return list;
    }

    private DomContent item(Entry entry) {
        GraphDrawing.Row row = rows.get(entry.label());
        String drawing =
                row == null ? "" : String.join("\n", row.above()) + (row.above().isEmpty() ? "" : "\n") + row.node();
        return li(pre(drawing).withClass("graph").attr("aria-hidden", "true"), details.of(entry))
                .attr("data-revision", entry.label());
    }
}
