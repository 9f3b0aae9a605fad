package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.model.script.Statement;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLParser;

/// Splits a script into its statements with Flyway's own parser, so that both tools see the same statements.
public final class SqlParser {
    static {
        SilentLog.use();
    }

    private final Configuration configuration = withoutPlaceholders();

    private static Configuration withoutPlaceholders() {
        ClassicConfiguration configuration = new ClassicConfiguration();
        configuration.setPlaceholderReplacement(false);
        return configuration;
    }

    /// @throws SqlParseException if the text ends inside a statement or comment
    public List<Statement> parse(String text) throws SqlParseException {
        List<Statement> statements = new ArrayList<>();
        StatementPlaces places = new StatementPlaces(text);
        for (ParsedSqlStatement parsed : split(text)) {
            statements.add(places.next(parsed));
        }
        refuseOpenComment(places);
        return statements;
    }

    private List<ParsedSqlStatement> split(String text) throws SqlParseException {
        List<ParsedSqlStatement> statements = new ArrayList<>();
        try (SqlStatementIterator parsed = new Parser(configuration).parse(new Resource(text))) {
            parsed.forEachRemaining(statement -> statements.add((ParsedSqlStatement) statement));
        } catch (FlywayException e) {
            throw SqlParseException.of(e);
        }
        return statements;
    }

    /// Flyway's parser passes over a comment without an end, and with it over all that was meant to follow.
    private void refuseOpenComment(StatementPlaces places) throws SqlParseException {
        String rest = places.rest();
        int open = rest.indexOf("/*");
        if (open < 0 || !split(rest + "\n;select 1").isEmpty()) {
            return;
        }
        int close = rest.indexOf("*/", open + 2);
        while (close >= 0 && rest.indexOf("/*", close + 2) >= 0) {
            open = rest.indexOf("/*", close + 2);
            close = rest.indexOf("*/", open + 2);
        }
        throw SqlParseException.openComment(places.lineInRest(open));
    }

    /// Leaves the question of transactions to Slipway, which answers it for more statements and without a database.
    private static final class Parser extends PostgreSQLParser {
        Parser(Configuration configuration) {
            super(configuration, new ParsingContext());
        }

        @Override
        protected Boolean detectCanExecuteInTransaction(String simplifiedStatement, List<Token> keywords) {
            return true;
        }
    }

    private static final class Resource extends StringResource {
        private final String text;

        Resource(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public Reader read() {
            return new EndingReader(text);
        }

        @Override
        public String getFilename() {
            return "script.sql";
        }
    }

    /// Ends the endless loop in which Flyway's parser looks for the `\.` of a `COPY ... FROM STDIN` that has none.
    private static final class EndingReader extends java.io.StringReader {
        private static final int ENOUGH = 1000;

        private int ends;

        EndingReader(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0 && ++ends > ENOUGH) {
                throw new IOException(SqlParseException.COPY_WITHOUT_END);
            }
            return count;
        }
    }
}
