package dev.slipway.runner.postgres.schema;

import java.util.ArrayList;
import java.util.List;

/// Takes `NO INDENT` from XMLSERIALIZE, which is the default and which only version 16 and later say.
final class XmlIndents {
    /// A quick look for it.
    static final String WORDS = " NO INDENT)";

    private XmlIndents() {}

    static List<SqlNode> without(List<SqlNode> nodes) {
        List<SqlNode> kept = new ArrayList<>();
        for (SqlNode node : nodes) {
            boolean serialized = !kept.isEmpty() && kept.getLast().is("XMLSERIALIZE");
            kept.add(
                    node instanceof SqlNode.Group(String open, List<SqlNode> inside, String close)
                            ? new SqlNode.Group(open, without(serialized ? beforeWords(inside) : inside), close)
                            : node);
        }
        return kept;
    }

    private static List<SqlNode> beforeWords(List<SqlNode> inside) {
        return SqlNode.text(inside).concat(")").endsWith(WORDS) ? inside.subList(0, inside.size() - 4) : inside;
    }
}
