package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.SqlScript;
import java.util.List;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/// Splits a script into its statements with Flyway's parser on PostgreSQL's tokens.
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

    /// @throws SqlParseException if the text ends inside a statement or comment, or holds what only `psql` understands
    public List<Statement> parse(String text) throws SqlParseException {
        SqlScript script = PsqlLines.passedOver(SqlScript.read(text));
        TokenParser parser = new TokenParser(configuration, script);
        try (SqlStatementIterator parsed = parser.parse(new Resource(script.text()))) {
            parsed.forEachRemaining(statement -> {});
        }
        return parser.statements();
    }

    private static final class Resource extends StringResource {
        Resource(String text) {
            super(text);
        }

        @Override
        public String getFilename() {
            return "script.sql";
        }
    }
}
