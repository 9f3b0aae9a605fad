package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import java.util.ArrayList;
import java.util.List;

/// Puts SQL together to groups in brackets. Nothing is lost: the pieces put together are the text again.
final class SqlReader {
    private final List<String> leaves;
    private int at;

    private SqlReader(List<String> leaves) {
        this.leaves = leaves;
    }

    static List<SqlNode> read(String sql) {
        SqlReader reader = new SqlReader(leaves(sql));
        List<SqlNode> nodes = reader.inside();
        while (reader.at < reader.leaves.size()) {
            nodes.add(reader.leaf());
            nodes.addAll(reader.inside());
        }
        return nodes;
    }

    /// A sign of several characters is several leaves.
    private static List<String> leaves(String sql) {
        List<String> leaves = new ArrayList<>();
        for (Token token : SqlScript.read(sql).tokens()) {
            switch (token.kind()) {
                case OPERATOR, SIGN -> token.in(sql).chars().forEach(sign -> leaves.add(Character.toString(sign)));
                default -> leaves.add(token.in(sql));
            }
        }
        return leaves;
    }

    private List<SqlNode> inside() {
        List<SqlNode> nodes = new ArrayList<>();
        while (at < leaves.size() && !isBracket(")", "]")) {
            nodes.add(isBracket("(", "[") ? group() : leaf());
        }
        return nodes;
    }

    private boolean isBracket(String round, String square) {
        return leaves.get(at).equals(round) || leaves.get(at).equals(square);
    }

    private SqlNode group() {
        String open = leaves.get(at++);
        List<SqlNode> inside = inside();
        String close = at < leaves.size() ? leaves.get(at++) : "";
        return new SqlNode.Group(open, inside, close);
    }

    private SqlNode leaf() {
        return new SqlNode.Leaf(leaves.get(at++));
    }
}
