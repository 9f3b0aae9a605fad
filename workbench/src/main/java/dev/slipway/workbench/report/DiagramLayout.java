package dev.slipway.workbench.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the tables of a diagram stand and the lines between them run, as Eclipse's layout kernel puts them. It is one
/// layout for all revisions, so that nothing moves from one to another.
///
/// @param boxes by name of table
/// @param lines by the foreign keys they stand for; of those to tables that are not there, none
record DiagramLayout(
        double width, double height, Map<String, Point> boxes, SequencedMap<DiagramPart, List<Point>> lines) {
    private static final double GAP = 40;
    private static final double ASPECT_RATIO = 1.6;

    record Point(double x, double y) {}

    static DiagramLayout of(List<DiagramTable> tables, List<DiagramPart> references) {
        ElkNode graph = graph();
        Map<String, ElkNode> nodes = new HashMap<>();
        for (DiagramTable table : tables) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(table.width(), table.height());
            nodes.put(table.name(), node);
        }
        SequencedMap<DiagramPart, ElkEdge> edges = new LinkedHashMap<>();
        for (DiagramPart reference : references) {
            ElkNode from = nodes.get(reference.table());
            ElkNode to = nodes.get(reference.name());
            if (from != null && to != null) {
                edges.put(reference, ElkGraphUtil.createSimpleEdge(from, to));
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
        Map<String, Point> boxes = new HashMap<>();
        nodes.forEach((name, node) -> boxes.put(name, new Point(node.getX(), node.getY())));
        SequencedMap<DiagramPart, List<Point>> lines = new LinkedHashMap<>();
        edges.forEach((reference, edge) -> lines.put(reference, points(edge)));
        return new DiagramLayout(graph.getWidth(), graph.getHeight(), boxes, lines);
    }

    private static ElkNode graph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, true);
        graph.setProperty(CoreOptions.ASPECT_RATIO, ASPECT_RATIO);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(2));
        graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, GAP);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * GAP);
        return graph;
    }

    private static List<Point> points(ElkEdge edge) {
        return edge.getSections().stream().flatMap(DiagramLayout::points).toList();
    }

    private static Stream<Point> points(ElkEdgeSection section) {
        return Stream.of(
                        Stream.of(new Point(section.getStartX(), section.getStartY())),
                        section.getBendPoints().stream().map(bend -> new Point(bend.getX(), bend.getY())),
                        Stream.of(new Point(section.getEndX(), section.getEndY())))
                .flatMap(point -> point);
    }
}
