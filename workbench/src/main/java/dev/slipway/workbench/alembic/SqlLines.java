package dev.slipway.workbench.alembic;

import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Tells the lines of SQL that begin outside of quotes and comments from those within, such as the body of a function.
final class SqlLines {
    private final Iterator<Token> tokens;
    private Token token = new Token(TokenKind.SPACE, 0, 0, true);

    private SqlLines(String text) {
        this.tokens = SqlScript.read(text).tokens().iterator();
    }

    /// @param number counted from 1
    /// @param outside whether it begins outside of quotes and comments
    record Line(String text, int number, boolean outside) {}

    static List<Line> of(String text) {
        SqlLines reader = new SqlLines(text);
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (String line : text.lines().toList()) {
            lines.add(new Line(line, lines.size() + 1, reader.isOutside(at)));
            at += line.length();
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return lines;
    }

    private boolean isOutside(int at) {
        while (token.end() <= at && tokens.hasNext()) {
            token = tokens.next();
        }
        return token.start() >= at || token.end() <= at || token.kind() == TokenKind.SPACE;
    }
}
