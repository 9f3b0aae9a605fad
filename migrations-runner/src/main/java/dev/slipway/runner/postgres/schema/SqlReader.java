package dev.slipway.runner.postgres.schema;

import java.util.ArrayList;
import java.util.List;

/// Takes SQL apart. Nothing is lost: the pieces put together are the text again.
final class SqlReader {
    private final String sql;
    private int at;

    private SqlReader(String sql) {
        this.sql = sql;
    }

    static List<SqlNode> read(String sql) {
        SqlReader reader = new SqlReader(sql);
        List<SqlNode> nodes = reader.inside();
        while (reader.at < sql.length()) {
            nodes.add(reader.leaf());
            nodes.addAll(reader.inside());
        }
        return nodes;
    }

    private List<SqlNode> inside() {
        List<SqlNode> nodes = new ArrayList<>();
        while (at < sql.length() && ")]".indexOf(sql.charAt(at)) < 0) {
            nodes.add(node());
        }
        return nodes;
    }

    private SqlNode node() {
        char first = sql.charAt(at);
        if (first != '(' && first != '[') {
            return leaf();
        }
        at++;
        List<SqlNode> inside = inside();
        String close = at < sql.length() ? String.valueOf(sql.charAt(at++)) : "";
        return new SqlNode.Group(String.valueOf(first), inside, close);
    }

    private SqlNode leaf() {
        int start = at;
        at = end(start);
        return new SqlNode.Leaf(sql.substring(start, at));
    }

    private int end(int start) {
        char first = sql.charAt(start);
        if (first == '\'' || first == '"') {
            return quoted(start, false);
        }
        if (first == 'E' && sql.startsWith("'", start + 1)) {
            return quoted(start + 1, true);
        }
        if (first == '$') {
            return dollarQuoted(start);
        }
        int end = start + 1;
        if (SqlNode.isWordPart(first)) {
            while (end < sql.length() && (SqlNode.isWordPart(sql.charAt(end)) || sql.charAt(end) == '$')) {
                end++;
            }
        } else if (SqlNode.WHITE_SPACE.indexOf(first) >= 0) {
            while (end < sql.length() && SqlNode.WHITE_SPACE.indexOf(sql.charAt(end)) >= 0) {
                end++;
            }
        }
        return end;
    }

    /// A doubled quote is two literals that touch, which makes no difference here.
    private int quoted(int start, boolean backslashes) {
        int end = start + 1;
        while (end < sql.length() && sql.charAt(end) != sql.charAt(start)) {
            end += backslashes && sql.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, sql.length());
    }

    private int dollarQuoted(int start) {
        int tagEnd = sql.indexOf('$', start + 1) + 1;
        boolean isTag =
                tagEnd > 0 && sql.substring(start + 1, tagEnd - 1).chars().allMatch(c -> SqlNode.isWordPart((char) c));
        if (!isTag) {
            return start + 1;
        }
        String tag = sql.substring(start, tagEnd);
        int close = sql.indexOf(tag, tagEnd);
        return close < 0 ? sql.length() : close + tag.length();
    }
}
