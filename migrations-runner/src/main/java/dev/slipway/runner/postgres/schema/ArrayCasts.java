package dev.slipway.runner.postgres.schema;

import java.util.ArrayList;
import java.util.List;

/// Moves the cast of an array to its elements: `(ARRAY[a, b])::text[]` becomes `ARRAY[(a)::text, (b)::text]`.
///
/// `code in ('x', 'y')` on a varchar reads as the former, and as the latter once it was dumped and restored.
final class ArrayCasts {
    private final List<SqlNode> nodes;
    private final List<SqlNode> moved = new ArrayList<>();

    private ArrayCasts(List<SqlNode> nodes) {
        this.nodes = nodes;
    }

    static List<SqlNode> inside(List<SqlNode> nodes) {
        List<SqlNode> deeper = nodes.stream().map(ArrayCasts::inside).toList();
        return new ArrayCasts(deeper).moved();
    }

    private static SqlNode inside(SqlNode node) {
        return node instanceof SqlNode.Group(String open, List<SqlNode> inside, String close)
                ? new SqlNode.Group(open, inside(inside), close)
                : node;
    }

    private List<SqlNode> moved() {
        int at = 0;
        while (at < nodes.size()) {
            int end = isArray(nodes.get(at)) ? endOfCast(at + 1) : 0;
            if (end > 0) {
                move((SqlNode.Group) nodes.get(at), nodes.subList(at + 1, end - 1));
                at = end;
            } else {
                moved.add(nodes.get(at));
                at++;
            }
        }
        return moved;
    }

    /// `(ARRAY[...])`
    private static boolean isArray(SqlNode node) {
        return node instanceof SqlNode.Group(String open, List<SqlNode> inside, String _)
                && open.equals("(")
                && inside.size() == 2
                && inside.getFirst().is("ARRAY")
                && inside.getLast().opens("[");
    }

    /// Where `::type[]` ends, or 0 if no such cast begins here.
    private int endOfCast(int start) {
        if (start + 2 >= nodes.size()
                || !nodes.get(start).is(":")
                || !nodes.get(start + 1).is(":")) {
            return 0;
        }
        int at = start + 2;
        while (at < nodes.size() && isOfType(nodes.get(at))) {
            at++;
        }
        boolean isArrayType = at < nodes.size()
                && nodes.get(at) instanceof SqlNode.Group(String open, List<SqlNode> inside, String _)
                && open.equals("[")
                && inside.isEmpty();
        return isArrayType ? at + 1 : 0;
    }

    private static boolean isOfType(SqlNode node) {
        return node.isWord() || node.isSpace() || node.is(".") || node.opens("(");
    }

    private void move(SqlNode.Group array, List<SqlNode> cast) {
        SqlNode.Group elements = (SqlNode.Group) array.inside().getLast();
        List<SqlNode> converted = new ArrayList<>();
        List<SqlNode> element = new ArrayList<>();
        for (SqlNode node : elements.inside()) {
            if (node.is(",")) {
                convert(element, cast, converted);
                converted.add(node);
                element.clear();
            } else {
                element.add(node);
            }
        }
        convert(element, cast, converted);
        moved.add(array.inside().getFirst());
        moved.add(new SqlNode.Group("[", converted, "]"));
    }

    private static void convert(List<SqlNode> element, List<SqlNode> cast, List<SqlNode> converted) {
        List<SqlNode> space = element.stream().takeWhile(SqlNode::isSpace).toList();
        converted.addAll(space);
        if (element.size() > space.size()) {
            converted.add(new SqlNode.Group("(", element.subList(space.size(), element.size()), ")"));
            converted.addAll(cast);
        }
    }
}
