package dev.slipway.runner.engine.offline;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.EncodingSetting;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.List;

/// Writes a statement so that `psql` sends to the server what the runner would send.
///
/// Outside quotes and comments `psql` puts the value of a variable in place of `:name`, so such a colon is written
/// `\:`, which `psql` reads as a plain colon.
///
/// Source: psql's manual, under "Variables"
final class PsqlText {
    private PsqlText() {}

    /// The statement with what ends it, and the data that follow it.
    static String of(Statement statement) {
        if (EncodingSetting.isOther(statement.sql())) {
            return "\\echo %s\n".formatted(StepSql.echoed("NOTICE: " + EncodingSetting.PASSED_OVER));
        }
        SqlScript script = SqlScript.read(statement.sql());
        boolean commentLast =
                !script.tokens().isEmpty() && script.tokens().getLast().kind() == TokenKind.LINE_COMMENT;
        String ended = escaped(script) + (commentLast ? "\n;\n" : ";\n");
        String data = statement.copyData();
        return data == null ? ended : ended + ended(data);
    }

    private static String escaped(SqlScript script) {
        StringBuilder written = new StringBuilder();
        List<Token> tokens = script.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).in(script.text());
            boolean variable = token.equals(":") && i + 1 < tokens.size() && namesVariable(tokens.get(i + 1), script);
            written.append(variable ? "\\:" : token);
        }
        return written.toString();
    }

    /// Whether `psql` could take it for the name of a variable.
    private static boolean namesVariable(Token token, SqlScript script) {
        return switch (token.kind()) {
            case WORD, NUMBER, STRING, QUOTED_NAME -> true;
            default -> token.in(script.text()).equals("{");
        };
    }

    /// The mark at the end of the data has to end as their lines do.
    private static String ended(String data) {
        String lineEnd = data.contains("\r\n") ? "\r\n" : "\n";
        return data + (data.isEmpty() || data.endsWith("\n") ? "" : lineEnd) + "\\." + lineEnd;
    }
}
