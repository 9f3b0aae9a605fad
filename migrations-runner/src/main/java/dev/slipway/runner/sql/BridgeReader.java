package dev.slipway.runner.sql;

import java.util.ArrayList;
import java.util.List;

/// Takes the declaration of a bridge apart.
final class BridgeReader {
    private final String text;
    private final SqlScript script;
    private final List<Token> tokens;
    private int at;

    BridgeReader(String text) {
        this.text = text.strip();
        this.script = SqlScript.read(this.text);
        this.tokens = script.significant();
    }

    Bridge.Reading read() {
        try {
            return new Bridge.Reading.Read(bridge());
        } catch (Unreadable e) {
            return new Bridge.Reading.Refused(e.what);
        }
    }

    private Bridge bridge() throws Unreadable {
        refuse();
        int sign = sign();
        NamedSide left = side(sign);
        at = sign + 1;
        NamedSide right = side(tokens.size());
        if (!left.table.equals(right.table)) {
            throw new Unreadable("a bridge stands between two columns of one table, and these are of \"%s\" and \"%s\""
                    .formatted(String.join(".", left.table), String.join(".", right.table)));
        }
        if (left.side.column().equals(right.side.column())) {
            throw new Unreadable("both sides are \"%s\"".formatted(left.side.column()));
        }
        if (left.side.isCopy() != right.side.isCopy()) {
            throw new Unreadable("only one side has an expression: say what each is, or neither");
        }
        return new Bridge(text, left.table, left.side, right.side);
    }

    /// What cannot stand in one line of comment, or changes its meaning there.
    private void refuse() throws Unreadable {
        if (script.fault().isPresent()) {
            throw new Unreadable(script.fault().get().what());
        }
        if (text.lines().count() > 1) {
            throw new Unreadable("it is longer than one line");
        }
        for (Token token : script.tokens()) {
            switch (token.kind()) {
                case LINE_COMMENT, BLOCK_COMMENT -> throw new Unreadable("it holds a comment");
                case PLACEHOLDER -> throw new Unreadable("it holds the placeholder " + token.in(text));
                case END, SEMICOLON, PARAMETER, PSQL_COMMAND, COPY_DATA ->
                    throw new Unreadable("here \"%s\" cannot stand".formatted(token.in(text)));
                case SPACE,
                        STRING,
                        STRING_CONTINUED,
                        DOLLAR_STRING,
                        QUOTED_NAME,
                        WORD,
                        NUMBER,
                        OPERATOR,
                        OPEN,
                        CLOSE,
                        SIGN -> {}
            }
        }
    }

    /// The index of the sign between the sides, the only one outside of parentheses.
    private int sign() throws Unreadable {
        int depth = 0;
        int found = -1;
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            depth += token.kind() == TokenKind.OPEN ? 1 : token.kind() == TokenKind.CLOSE ? -1 : 0;
            if (depth < 0) {
                throw new Unreadable("a parenthesis is closed that was not opened");
            }
            if (depth == 0 && token.in(text).equals(Bridge.SIGN)) {
                if (found >= 0) {
                    throw new Unreadable(
                            "%s stands in it twice: put the operator in parentheses".formatted(Bridge.SIGN));
                }
                found = index;
            }
        }
        if (depth > 0) {
            throw new Unreadable("a parenthesis is not closed");
        }
        if (found < 0) {
            throw new Unreadable("%s does not stand between two sides".formatted(Bridge.SIGN));
        }
        return found;
    }

    private NamedSide side(int end) throws Unreadable {
        List<String> names = names(end);
        if (names.size() < 2 || names.size() > 3) {
            throw new Unreadable("a side begins with TABLE.COLUMN, perhaps with a schema before it; here \"%s\" stands"
                    .formatted(String.join(".", names)));
        }
        String column = names.removeLast();
        return new NamedSide(names, new Bridge.Side(column, expression(end)));
    }

    private List<String> names(int end) throws Unreadable {
        List<String> names = new ArrayList<>();
        do {
            if (at >= end) {
                throw new Unreadable("the name of a column is missing");
            }
            Token token = tokens.get(at++);
            names.add(
                    token.name(text).orElseThrow(() -> new Unreadable("\"%s\" is no name".formatted(token.in(text)))));
        } while (at < end && tokens.get(at).in(text).equals(".") && at++ < end);
        return names;
    }

    private String expression(int end) throws Unreadable {
        if (at == end) {
            return "";
        }
        if (!tokens.get(at).in(text).equals("=")) {
            throw new Unreadable("behind a column stands = and an expression, or nothing; here \"%s\" stands"
                    .formatted(tokens.get(at).in(text)));
        }
        if (at + 1 == end) {
            throw new Unreadable("behind = an expression is missing");
        }
        return text.substring(tokens.get(at + 1).start(), tokens.get(end - 1).end());
    }

    private record NamedSide(List<String> table, Bridge.Side side) {}

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String what;

        Unreadable(String what) {
            super(what);
            this.what = what;
        }
    }
}
