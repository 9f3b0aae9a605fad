package dev.slipway.runner.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes an UPDATE or DELETE apart.
///
/// Source: the pages UPDATE and DELETE of PostgreSQL's SQL reference. WHERE, RETURNING and USING are reserved words, so
/// that outside of parentheses, and not behind a dot, they are what they seem.
final class DataChangeReader {
    private final String text;
    private final List<Token> tokens;
    private final Set<String> assigned = new LinkedHashSet<>();
    private int at;

    DataChangeReader(String statement) {
        this.text = statement;
        this.tokens = SqlScript.read(statement).significant().stream()
                .filter(token -> token.kind() != TokenKind.END)
                .toList();
    }

    DataChange.Reading read() {
        try {
            return new DataChange.Reading.Read(change());
        } catch (Unreadable e) {
            return new DataChange.Reading.Refused(e.what, e.help, e.at);
        }
    }

    private boolean updates() throws Unreadable {
        boolean updates = take("update");
        if (!updates && !(take("delete") && take("from"))) {
            throw unreadable(
                    "a script that runs in batches is one UPDATE or DELETE",
                    "write it so, without WITH before it, or leave out -- batch:");
        }
        return updates;
    }

    private DataChange change() throws Unreadable {
        boolean updates = updates();
        String only = take("only") ? "only " : "";
        String table = table();
        String alias = alias();
        if (updates && !take("set")) {
            throw unreadable("here SET is expected", "write: update TABLE set COLUMN = VALUE where CONDITION");
        }
        int clause = at;
        int sources = find(clause, updates ? "from" : "using");
        int where = find(clause, "where");
        refuseReturning(clause);
        if (updates) {
            assign(clause, sources < tokens.size() ? sources : where);
        }
        refuseCursor(where);
        return new DataChange(
                text.substring(0, tokens.getLast().end()),
                only,
                table,
                alias,
                assigned,
                sources < where
                        ? text.substring(tokens.get(sources).end(), start(where))
                                .strip()
                        : "",
                where < tokens.size() ? tokens.get(where).end() : -1);
    }

    private String table() throws Unreadable {
        int first = at;
        boolean named = isName();
        while (named) {
            at++;
            if (!isSign(".")) {
                break;
            }
            at++;
            named = isName();
        }
        if (!named) {
            throw unreadable("here the name of a table is expected", "write it without parentheses");
        }
        String name =
                text.substring(tokens.get(first).start(), tokens.get(at - 1).end());
        if (at < tokens.size() && tokens.get(at).in(text).equals("*")) {
            at++;
        }
        return name;
    }

    private String alias() {
        boolean said = take("as");
        boolean clause = isWord("set") || isWord("using") || isWord("where") || isWord("returning");
        return isName() && (said || !clause) ? tokens.get(at++).in(text) : "";
    }

    /// Every column that is written, alone or in a list in parentheses.
    private void assign(int from, int to) throws Unreadable {
        int depth = 0;
        boolean expected = true;
        for (int index = from; index < Math.min(to, tokens.size()); index++) {
            Token token = tokens.get(index);
            if (expected && token.kind() == TokenKind.OPEN) {
                depth++;
                continue;
            }
            if (expected) {
                at = index;
                assigned.add(token.name(text).orElseThrow(this::noColumn));
                expected = false;
            }
            depth += change(token);
            boolean listed = depth == 1 && isList(from, index);
            expected = token.in(text).equals(",") && (depth == 0 || listed);
        }
        if (assigned.isEmpty()) {
            throw noColumn();
        }
    }

    private Unreadable noColumn() {
        return unreadable("here the name of a column is expected", "write: update TABLE set COLUMN = VALUE");
    }

    /// Whether a token lies in a list of columns: its parenthesis opens where an assignment begins.
    private boolean isList(int from, int index) {
        int open = index;
        int depth = 0;
        while (open > from && !(depth == 0 && tokens.get(open).kind() == TokenKind.OPEN)) {
            depth += tokens.get(open).kind() == TokenKind.CLOSE
                    ? 1
                    : tokens.get(open).kind() == TokenKind.OPEN ? -1 : 0;
            open--;
        }
        boolean begins = open == from || tokens.get(open - 1).in(text).equals(",");
        return tokens.get(open).kind() == TokenKind.OPEN && begins;
    }

    private int change(Token token) {
        return switch (token.in(text)) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }

    private void refuseReturning(int from) throws Unreadable {
        at = find(from, "returning");
        if (at < tokens.size()) {
            throw unreadable("nobody reads what RETURNING gives", "leave it out");
        }
    }

    private void refuseCursor(int where) throws Unreadable {
        at = Math.min(where + 1, tokens.size());
        if (isWord("current") && at + 1 < tokens.size() && tokens.get(at + 1).isWord(text, "of")) {
            throw unreadable("a script has no cursor that could be at a row", "write a condition");
        }
    }

    /// The index of a word that begins a clause of the statement, or that behind the last token.
    private int find(int from, String word) {
        int depth = 0;
        for (int index = from; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            depth += change(token);
            if (depth == 0 && token.isWord(text, word) && beginsClause(index)) {
                return index;
            }
        }
        return tokens.size();
    }

    /// Neither a column behind a dot nor part of IS DISTINCT FROM.
    private boolean beginsClause(int index) {
        Token before = tokens.get(index - 1);
        return !before.in(text).equals(".") && !before.isWord(text, "distinct");
    }

    private int start(int index) {
        return index < tokens.size()
                ? tokens.get(index).start()
                : tokens.getLast().end();
    }

    private boolean take(String word) {
        boolean found = isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    private boolean isWord(String word) {
        return at < tokens.size() && tokens.get(at).isWord(text, word);
    }

    private boolean isName() {
        return at < tokens.size() && tokens.get(at).name(text).isPresent();
    }

    private boolean isSign(String sign) {
        return at < tokens.size() && tokens.get(at).in(text).equals(sign);
    }

    private Unreadable unreadable(String what, String help) {
        return new Unreadable(what, help, at < tokens.size() ? tokens.get(at).start() : text.length());
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String what;
        private final String help;
        private final int at;

        Unreadable(String what, String help, int at) {
            super(what);
            this.what = what;
            this.help = help;
            this.at = at;
        }
    }
}
