package dev.slipway.runner.postgres.schema;

import java.util.ArrayList;
import java.util.List;

/// Takes away brackets that mean nothing: `((a AND b) AND c)` becomes `(a AND b AND c)`, and the same with OR.
///
/// `a between 1 and 5 and b` reads as the former, and as the latter once it was dumped and restored.
final class ConditionBrackets {
    private ConditionBrackets() {}

    static List<SqlNode> flat(List<SqlNode> nodes) {
        List<SqlNode> deeper = nodes.stream().map(ConditionBrackets::flat).toList();
        for (String connective : List.of("AND", "OR")) {
            if (deeper.stream().anyMatch(node -> node.is(connective))) {
                return joined(deeper, connective);
            }
        }
        return deeper;
    }

    private static SqlNode flat(SqlNode node) {
        return node instanceof SqlNode.Group(String open, List<SqlNode> inside, String close)
                ? new SqlNode.Group(open, flat(inside), close)
                : node;
    }

    private static List<SqlNode> joined(List<SqlNode> nodes, String connective) {
        List<SqlNode> joined = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            boolean operand = nodes.get(at) instanceof SqlNode.Group group
                    && isConjunction(group, connective)
                    && isEdge(nodes, at, -1, connective)
                    && isEdge(nodes, at, 1, connective);
            if (operand) {
                joined.addAll(((SqlNode.Group) nodes.get(at)).inside());
            } else {
                joined.add(nodes.get(at));
            }
        }
        return joined;
    }

    private static boolean isConjunction(SqlNode.Group group, String connective) {
        return group.open().equals("(")
                && !group.isQuery()
                && group.inside().stream().anyMatch(node -> node.is(connective));
    }

    private static boolean isEdge(List<SqlNode> nodes, int of, int step, String connective) {
        int at = of + step;
        while (at >= 0 && at < nodes.size() && nodes.get(at).isSpace()) {
            at += step;
        }
        return at < 0 || at >= nodes.size() || nodes.get(at).is(connective);
    }
}
