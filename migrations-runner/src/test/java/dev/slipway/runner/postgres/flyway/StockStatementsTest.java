package dev.slipway.runner.postgres.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.postgresql.PGConnection;

/// Statements and rows are those that Flyway's own run sees.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StockStatementsTest {
    /// Scripts on which a simple splitter fails.
    static final List<String> TRICKY = List.of(
            "",
            "-- nothing\n/* at all */",
            ";;select 1;;",
            "select 1;\n  select 2;\n\tselect 3",
            "select 1; select 2; -- two\n-- three\n\n/* and ; */ select 3 -- end\n;\n-- last\n",
            "select 1;\r\n  select\r\n 2;\r\n",
            "select $$;$$, $q$ $$;$$ $b$;$q$;\nselect $_$;$_$;",
            "do $body$ begin execute $q$ select 1; $q$; end; $body$;\nselect 2;",
            "create function f() returns text language plpgsql as $body$\nbegin\n  return $q$;$q$;\nend;\n$body$;\nselect 2;",
            """
            create function g(a int) returns text language sql
            begin atomic
              select case when a = 1 then 'x;' else 'y' end;
              select case a when 2 then 'z' end;
            end;
            select 2;
            """,
            "create procedure p() language sql begin /* x */ atomic insert into t values (1); end;\nselect 2;",
            "create function h(int, int) returns int language sql as 'select $1 + $2; ';\nselect 2;",
            "select E'it\\'s; ', E'\\\\';\nselect '\\';\nselect U&'\\0041;', U&\"\\0041;\";",
            "select 'it''s;', \"a\"\"b;\", \"a'b\", 'a\"b';\nselect 2;",
            "select 'a'\n  'b;c';\nselect B'01', X'1F', N'x;';",
            "select /* a /* ; */ ; */ 1;\nselect 2; -- don't (\nselect 3 /* don't ( */;",
            "select a$b from t$; select c$b from \"t;\";",
            "create rule r as on insert to t do also (insert into l values (1); insert into l values (2));\nselect 2;",
            "insert into t values ('copy t from stdin;');\nselect 1;",
            "copy t to stdout;\ncopy \"from stdin\" from '/tmp/stdin';\nselect 1;",
            "begin;\nselect 1;\ncommit;",
            "select '🐘;'; select 2;",
            "copy t from stdin;\n1\t;\n$$\t'\n\\.x\n\\.\nselect 2;",
            "-- the data;\ncopy t (a, b)\n  from stdin with (format csv, delimiter ';');\n1;2\n\\.\n\nselect 2;",
            "copy t from stdin;\r\n1\r\n\\.\r\ncopy t from stdin;\r\n\\.\r\n",
            "COPY t /* c; */ FROM -- x;\n STDIN; -- rows\n1\n\\.");

    private final SqlParser parser = new SqlParser();

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @ParameterizedTest
    @FieldSource("TRICKY")
    void seesTheStatementsThatStockFlywaySees(String text) throws SqlParseException {
        assertThat(parser.parse(text).stream().map(Statement::sql)).containsExactlyElementsOf(stockStatements(text));
    }

    private static List<String> stockStatements(String text) {
        ClassicConfiguration configuration = new ClassicConfiguration();
        ParsingContext context = new ParsingContext();
        SqlScript script = new PostgreSQLDatabaseType()
                .createSqlScriptFactory(configuration, context)
                .createSqlScript(new StringResource(text), false, null);
        List<String> statements = new ArrayList<>();
        try (SqlStatementIterator iterator = script.getSqlStatements()) {
            iterator.forEachRemaining(statement -> statements.add(statement.getSql()));
        }
        return statements;
    }

    @Test
    void copiesTheRowsThatStockFlywayCopies(@TempDir Path folder) throws Exception {
        String script = """
                create table t (n int generated always as identity, a text, b text);
                -- text; with a comment before
                copy t (a, b) from stdin; -- and one behind
                1\t;
                $$\t'
                \\\\.x\t\\N
                \\.
                copy t (a, b) from stdin with (format csv, delimiter ';');
                "x
                y";z
                \\.
                /* nothing */ copy t (a, b) from stdin;
                \\.
                """;
        Files.writeString(folder.resolve("V1__copy.sql"), script);
        TestDatabase stock = PostgresServer.shared().createDatabase();
        Flyway.configure()
                .dataSource(stock.jdbcUrl(), stock.owner(), stock.password())
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        TestDatabase ours = PostgresServer.shared().createDatabase();
        run(parser.parse(script), ours);
        String rows = "select n, a, b, b is null from t order by n";
        assertThat(ours.query(rows))
                .isEqualTo(stock.query(rows))
                .containsExactly("1|1|;|f", "2|$$|'|f", "3|\\.x||t", "4|x\ny|z|f");
    }

    private static void run(List<Statement> statements, TestDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect();
                java.sql.Statement jdbc = connection.createStatement()) {
            for (Statement statement : statements) {
                String data = statement.copyData();
                if (data == null) {
                    jdbc.execute(statement.sql());
                } else {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement.sql(), new StringReader(data));
                }
            }
        }
    }
}
