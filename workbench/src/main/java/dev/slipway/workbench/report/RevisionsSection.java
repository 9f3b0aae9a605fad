package dev.slipway.workbench.report;

import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.pre;

import dev.slipway.runner.command.GraphDrawing;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.HistoryResult.Entry;
import dev.slipway.runner.model.Version;
import j2html.tags.DomContent;
import j2html.tags.specialized.OlTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All scripts in the order in which they are applied, with the graph of revisions beside them.
final class RevisionsSection {
    private final Map<String, GraphDrawing.Row> rows = new HashMap<>();
    private final RevisionDetails details;

    private RevisionsSection(ReportRequest request) {
        this.details = new RevisionDetails(request);
        List<Entry> revisions =
                request.history().entries().stream().filter(Entry::isRevision).toList();
        Map<String, List<String>> parents = new HashMap<>();
        revisions.forEach(entry -> parents.put(
                entry.label(), entry.parents().stream().map(Version::toString).toList()));
        List<String> order = revisions.stream().map(Entry::label).toList();
        List<GraphDrawing.Row> drawing = GraphDrawing.of(order, label -> parents.getOrDefault(label, List.of()));
        for (int i = 0; i < order.size(); i++) {
            rows.put(order.get(i), drawing.get(i));
        }
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
        return li(pre(drawing).withClass("graph").attr("aria-hidden", "true"), details.of(entry));
    }
}
