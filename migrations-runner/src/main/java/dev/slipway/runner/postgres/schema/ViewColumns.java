package dev.slipway.runner.postgres.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes the name of the table from the columns of a view over one table: `users.id` becomes `id`.
///
/// Version 15 names the table of every column; from 16 on, `pg_get_viewdef` does so only where a query has more than
/// one, or lies in another.
final class ViewColumns {
    private static final Set<String> ENDS_FROM = Set.of(
            "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "TABLESAMPLE", ";");

    /// What its columns are called by where it has no other name.
    private static final String NAME_OF_XMLTABLE = "\"xmltable\"";

    private ViewColumns() {}

    static List<SqlNode> withoutTable(List<SqlNode> view) {
        List<SqlNode> item = onlyItem(view);
        int last = item.size() - 1;
        int alias = last > 0 && item.get(last).opens("(") ? last - 1 : last;
        return alias >= 0
                        && item.get(alias) instanceof SqlNode.Leaf(String name)
                        && item.get(alias).isWord()
                ? without(view, name.equals("XMLTABLE") ? NAME_OF_XMLTABLE : name)
                : view;
    }

    /// What stands after FROM, if it is one table, function or query; else nothing.
    private static List<SqlNode> onlyItem(List<SqlNode> view) {
        List<SqlNode> item = SqlNode.withoutSpace(view).stream()
                .dropWhile(node -> !node.is("FROM"))
                .skip(1)
                .takeWhile(node -> !(node instanceof SqlNode.Leaf(String text) && ENDS_FROM.contains(text)))
                .toList();
        boolean several = view.stream().anyMatch(ViewColumns::combinesQueries)
                || item.stream().anyMatch(node -> node.is(",") || node.is("JOIN"))
                || startsWithJoin(item);
        return several ? List.of() : item;
    }

    /// A join stands in brackets.
    private static boolean startsWithJoin(List<SqlNode> item) {
        return !item.isEmpty() && item.getFirst() instanceof SqlNode.Group first && !first.isQuery();
    }

    private static boolean combinesQueries(SqlNode node) {
        return node.is("UNION") || node.is("INTERSECT") || node.is("EXCEPT");
    }

    private static List<SqlNode> without(List<SqlNode> nodes, String table) {
        List<SqlNode> kept = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            SqlNode node = nodes.get(at);
            if (isColumnOf(nodes, at, table)) {
                at++;
            } else if (node instanceof SqlNode.Group group && !group.isQuery()) {
                kept.add(new SqlNode.Group(group.open(), without(group.inside(), table), group.close()));
            } else {
                kept.add(node);
            }
        }
        return kept;
    }

    /// Whether the table, a point and a column begin here, and not the name of a schema.
    private static boolean isColumnOf(List<SqlNode> nodes, int at, String table) {
        boolean starts = nodes.get(at).is(table)
                && at + 2 < nodes.size()
                && nodes.get(at + 1).is(".")
                && nodes.get(at + 2).isWord();
        boolean qualified =
                at > 0 && (nodes.get(at - 1).is(".") || nodes.get(at - 1).is(":"));
        boolean qualifies = at + 3 < nodes.size()
                && (nodes.get(at + 3).is(".") || nodes.get(at + 3).opens("("));
        return starts && !qualified && !qualifies;
    }
}
