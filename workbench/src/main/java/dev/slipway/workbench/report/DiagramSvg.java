package dev.slipway.workbench.report;

import static j2html.TagCreator.tag;

import j2html.tags.ContainerTag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Draws the tables of all revisions. What is not there in the last is hidden; the script of the page shows others.
final class DiagramSvg {
    private static final int BASELINE = 13;

    private final SchemaTimeline timeline;
    private final List<DiagramTable> tables;
    private final DiagramLayout layout;

    DiagramSvg(SchemaTimeline timeline) {
        this.timeline = timeline;
        this.tables = DiagramTable.of(timeline);
        this.layout = DiagramLayout.of(tables, timeline.of(DiagramPart.Kind.REFERENCE));
    }

    ContainerTag<?> svg() {
        ContainerTag<?> svg = tag("svg")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("role", "img")
                .attr("aria-label", "tables and foreign keys")
                .attr("width", number(layout.width()))
                .attr("height", number(layout.height()));
        svg.with(arrow());
        layout.lines().forEach((reference, points) -> svg.with(line(reference, points)));
        tables.forEach(table -> svg.with(box(table)));
        return svg;
    }

    private static ContainerTag<?> arrow() {
        return tag("defs")
                .with(tag("marker")
                        .attr("id", "arrow")
                        .attr("viewBox", "0 0 8 8")
                        .attr("refX", "8")
                        .attr("refY", "4")
                        .attr("markerUnits", "userSpaceOnUse")
                        .attr("markerWidth", "8")
                        .attr("markerHeight", "8")
                        .attr("orient", "auto")
                        .with(tag("path").attr("d", "M0 0L8 4L0 8z")));
    }

    private ContainerTag<?> line(DiagramPart reference, List<DiagramLayout.Point> points) {
        return part(timeline.states(reference), "foreign-key")
                .with(tag("title").withText("%s → %s".formatted(reference.table(), reference.name())))
                .with(tag("polyline")
                        .attr("marker-end", "url(#arrow)")
                        .attr(
                                "points",
                                points.stream()
                                        .map(point -> number(point.x()) + "," + number(point.y()))
                                        .collect(Collectors.joining(" "))));
    }

    private ContainerTag<?> box(DiagramTable table) {
        DiagramLayout.Point place = Objects.requireNonNull(layout.boxes().get(table.name()));
        ContainerTag<?> box = part(table.states(), "table")
                .attr("transform", "translate(%s %s)".formatted(number(place.x()), number(place.y())))
                .with(tag("rect")
                        .attr("width", number(table.width()))
                        .attr("height", number(table.height()))
                        .attr("rx", "4"))
                .with(text(0, table.title()).attr("class", "name"));
        int row = 1;
        for (DiagramTable.Column column : table.columns()) {
            box.with(row(column, row++));
        }
        return box;
    }

    private ContainerTag<?> row(DiagramTable.Column column, int row) {
        String definition = column.states().at(timeline.last()).orElse("");
        return part(column.states(), "column")
                .with(tag("title").withText(definition))
                .with(text(row, "")
                        .with(
                                tag("tspan").attr("class", "mark"),
                                tag("tspan").withText(column.name() + " "),
                                tag("tspan").attr("class", "type").withText(DiagramTable.cut(definition))));
    }

    private static ContainerTag<?> text(int row, String text) {
        return tag("text")
                .attr("x", String.valueOf(DiagramTable.PADDING))
                .attr("y", String.valueOf(DiagramTable.PADDING + row * DiagramTable.ROW + BASELINE))
                .withText(text);
    }

    private ContainerTag<?> part(PartStates states, String kind) {
        boolean shown = states.at(timeline.last()).isPresent();
        return tag("g").attr("class", shown ? kind : kind + " absent").attr("data-states", states.lines());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
