package dev.slipway.runner.postgres.schema;

import java.util.List;

/// A piece of SQL as the server words it: keywords in capitals, and brackets around everything that could be read in
/// two ways.
sealed interface SqlNode {
    String WHITE_SPACE = " \t\r\n";

    /// A word, a name, a literal, white space, or one sign.
    record Leaf(String text) implements SqlNode {
        @Override
        public void writeTo(StringBuilder out) {
            out.append(text);
        }
    }

    /// What stands between two brackets.
    record Group(String open, List<SqlNode> inside, String close) implements SqlNode {
        public Group {
            inside = List.copyOf(inside);
        }

        @Override
        public void writeTo(StringBuilder out) {
            out.append(open);
            inside.forEach(node -> node.writeTo(out));
            out.append(close);
        }

        /// Whether it is a query of its own.
        boolean isQuery() {
            List<SqlNode> nodes = withoutSpace(inside);
            return !nodes.isEmpty()
                    && (nodes.getFirst().is("SELECT")
                            || nodes.getFirst().is("WITH")
                            || nodes.getFirst().is("VALUES"));
        }
    }

    void writeTo(StringBuilder out);

    /// Whether it is this word or sign.
    default boolean is(String word) {
        return this instanceof Leaf(String text) && text.equals(word);
    }

    /// Whether it is a pair of brackets that open so.
    default boolean opens(String bracket) {
        return this instanceof Group group && group.open().equals(bracket);
    }

    default boolean isSpace() {
        return this instanceof Leaf(String text) && WHITE_SPACE.indexOf(text.charAt(0)) >= 0;
    }

    /// Whether it is a name or a keyword.
    default boolean isWord() {
        return this instanceof Leaf(String text) && (text.charAt(0) == '"' || isWordPart(text.charAt(0)));
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static List<SqlNode> withoutSpace(List<SqlNode> nodes) {
        return nodes.stream().filter(node -> !node.isSpace()).toList();
    }

    static String text(List<SqlNode> nodes) {
        StringBuilder out = new StringBuilder();
        nodes.forEach(node -> node.writeTo(out));
        return out.toString();
    }
}
