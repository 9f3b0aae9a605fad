package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.TokenKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParserContext;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PeekingReader;
import org.flywaydb.core.internal.parser.Recorder;
import org.flywaydb.core.internal.parser.StatementType;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.parser.TokenType;
import org.flywaydb.core.internal.sqlscript.Delimiter;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.jspecify.annotations.Nullable;

/// Flyway's parser on PostgreSQL's tokens: it decides what of a text belongs to which statement, and is told where
/// quotes, comments, bodies and data end.
///
/// Flyway asks first of all whether an "alternative string literal" begins, and lets a subclass read it, so that here
/// every token is one.
final class TokenParser extends PostgreSQLParser {
    private final SqlScript script;
    private final StatementPlaces places;
    private final List<Statement> statements = new ArrayList<>();
    private int next;

    TokenParser(Configuration configuration, SqlScript script) {
        super(configuration, new ParsingContext());
        this.script = script;
        this.places = new StatementPlaces(script.text());
    }

    /// Those that were read so far.
    List<Statement> statements() {
        return statements;
    }

    @Override
    protected boolean isAlternativeStringLiteral(String peek) {
        return true;
    }

    @Override
    protected @Nullable Token handleAlternativeStringLiteral(
            PeekingReader reader, ParserContext context, int pos, int line, int col) throws IOException {
        dev.slipway.runner.sql.Token token = read(reader);
        TokenType type = type(token);
        return type == null ? null : new Token(type, pos, line, col, null, null, 0);
    }

    private dev.slipway.runner.sql.Token read(PeekingReader reader) throws IOException {
        dev.slipway.runner.sql.Token token = script.tokens().get(next);
        reader.swallow(token.end() - token.start());
        next++;
        return token;
    }

    private @Nullable TokenType type(dev.slipway.runner.sql.Token token) {
        return switch (token.kind()) {
            case LINE_COMMENT, BLOCK_COMMENT -> TokenType.COMMENT;
            case END -> TokenType.DELIMITER;
            case SPACE -> isBlankLine(token.in(script.text())) ? TokenType.BLANK_LINES : null;
            case PSQL_COMMAND -> null;
            case STRING,
                    STRING_CONTINUED,
                    DOLLAR_STRING,
                    QUOTED_NAME,
                    WORD,
                    NUMBER,
                    PARAMETER,
                    PLACEHOLDER,
                    OPERATOR,
                    OPEN,
                    CLOSE,
                    SEMICOLON,
                    SIGN,
                    COPY_DATA -> TokenType.SYMBOL;
        };
    }

    private static boolean isBlankLine(String space) {
        return space.indexOf('\n') != space.lastIndexOf('\n');
    }

    /// Leaves the question of transactions to Slipway, which answers it for more statements and without a database.
    @Override
    protected Boolean detectCanExecuteInTransaction(String simplifiedStatement, List<Token> keywords) {
        return true;
    }

    @Override
    protected ParsedSqlStatement createStatement(
            PeekingReader reader,
            Recorder recorder,
            int statementPos,
            int statementLine,
            int statementCol,
            int nonCommentPartPos,
            int nonCommentPartLine,
            int nonCommentPartCol,
            StatementType statementType,
            boolean canExecuteInTransaction,
            Delimiter delimiter,
            String sql,
            List<Token> tokens,
            boolean batchable)
            throws IOException {
        statements.add(places.at(end() - sql.length(), sql, copyData(reader)));
        return super.createStatement(
                reader,
                recorder,
                statementPos,
                statementLine,
                statementCol,
                nonCommentPartPos,
                nonCommentPartLine,
                nonCommentPartCol,
                statementType,
                canExecuteInTransaction,
                delimiter,
                sql,
                tokens,
                batchable);
    }

    /// Where the text of the statement that was read last has ended, without the space behind it.
    private int end() {
        dev.slipway.runner.sql.Token last = script.tokens().get(next - 1);
        int end = last.kind() == TokenKind.END ? last.start() : last.end();
        while (script.text().charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /// The data that follow, without the line that ends them.
    private @Nullable String copyData(PeekingReader reader) throws IOException {
        if (!script.hasCopyData(next)) {
            return null;
        }
        dev.slipway.runner.sql.Token token = read(reader);
        while (token.kind() != TokenKind.COPY_DATA) {
            token = read(reader);
        }
        String data = token.in(script.text());
        return data.substring(0, data.stripTrailing().lastIndexOf('\n') + 1);
    }
}
