package dev.slipway.runner.postgres.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SqlParserTest {
    private final SqlParser parser = new SqlParser();

    private List<String> parsed(String text) throws SqlParseException {
        return parser.parse(text).stream().map(SqlParserTest::line).toList();
    }

    private static String line(Statement statement) {
        String data = statement.copyData();
        return "%d:%d %s%s"
                .formatted(statement.line(), statement.column(), statement.sql(), data == null ? "" : " <- " + data)
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @Test
    void everyStatementHasItsPlace() throws SqlParseException {
        assertThat(parsed("select 1;\n  select\n 2; select 3;\n\n\tselect 4"))
                .containsExactly("1:1 select 1", "2:3 select\\n 2", "3:5 select 3", "5:2 select 4");
    }

    @Test
    void theCommentsBeforeAStatementBelongToIt() throws SqlParseException {
        assertThat(parsed("-- one\nselect 1; -- two\n  /* and\n two */ select 2;\n-- end"))
                .containsExactly("1:1 -- one\\nselect 1", "2:11 -- two\\n  /* and\\n two */ select 2");
    }

    @Test
    void aPlaceInAStatementWithCommentsIsThatInTheScript() throws SqlParseException {
        ScriptFile file = new ScriptFile("V1__a.sql", "V1__a.sql", "select 0; -- zero\n-- one\n  select x; -- end");
        Statement statement = parser.parse(file.text()).getLast();
        assertThat(statement.sql()).isEqualTo("-- zero\n-- one\n  select x");
        assertThat(SourcePlace.of(file, statement, 25))
                .isEqualTo(new SourcePlace("V1__a.sql", 3, 10, "  select x; -- end"));
        assertThat(SourcePlace.of(file, statement, 0))
                .isEqualTo(new SourcePlace("V1__a.sql", 3, 3, "  select x; -- end"));
        assertThat(SourcePlace.of(file, statement, 4))
                .isEqualTo(new SourcePlace("V1__a.sql", 1, 14, "select 0; -- zero"));
    }

    @Test
    void quotedTextDoesNotEndAStatement() throws SqlParseException {
        assertThat(parsed("select ';', \";\", E'\\';', U&';', B';';select $$;$$, $a$ $b$;$b$ $$;$$ $a$;\nselect 1;"))
                .containsExactly(
                        "1:1 select ';', \";\", E'\\';', U&';', B';'",
                        "1:38 select $$;$$, $a$ $b$;$b$ $$;$$ $a$",
                        "2:1 select 1");
    }

    @Test
    void commentsDoNotEndAStatement() throws SqlParseException {
        assertThat(parsed("select 1 -- ;\n + /* ; /* ; */ ; */ 2;\nselect 1;"))
                .containsExactly("1:1 select 1 -- ;\\n + /* ; /* ; */ ; */ 2", "3:1 select 1");
    }

    @Test
    void aFunctionBodyIsPartOfItsStatement() throws SqlParseException {
        assertThat(parsed("""
            create function f(a int) returns text language sql
            begin atomic
              select case when a = 1 then 'x' else 'y' end;
            end;
            create rule r as on insert to t do also (delete from t; delete from u);
            select 1;
            """))
                .containsExactly(
                        "1:1 create function f(a int) returns text language sql\\nbegin atomic\\n"
                                + "  select case when a = 1 then 'x' else 'y' end;\\nend",
                        "5:1 create rule r as on insert to t do also (delete from t; delete from u)",
                        "6:1 select 1");
    }

    @Test
    void copyTakesItsRowsAsTheyAre() throws SqlParseException {
        assertThat(parsed("""
            -- rows; of t
            copy t from stdin; -- here;
            1\t;
            $$\t'
            \\.x

            \\.
            copy u from stdin;
            \\.
              copy v (a, b) from stdin with (format csv);
            1,"(/*"
            \\.
            select 1;
            """))
                .containsExactly(
                        "1:1 -- rows; of t\\ncopy t from stdin <- 1\t;\\n$$\t'\\n\\.x\\n\\n",
                        "8:1 copy u from stdin <- ",
                        "10:3 copy v (a, b) from stdin with (format csv) <- 1,\"(/*\"\\n",
                        "13:1 select 1");
    }

    @Test
    void windowsLineEndsAreKeptAndCounted() throws SqlParseException {
        assertThat(parsed("select\r\n 1;\r\ncopy t from stdin;\r\n1\r\n2\r\n\\.\r\n  select 2;\r\n"))
                .containsExactly("1:1 select\\r\\n 1", "3:1 copy t from stdin <- 1\\r\\n2\\r\\n", "7:3 select 2");
    }

    @Test
    void otherCopiesHaveNoRows() throws SqlParseException {
        assertThat(parsed("copy t from '/tmp/stdin';\ncopy t to stdout;\ncopy (select 1) to stdout;"))
                .containsExactly(
                        "1:1 copy t from '/tmp/stdin'", "2:1 copy t to stdout", "3:1 copy (select 1) to stdout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1;~~copy t from stdin;~1        | 3 | COPY ... FROM STDIN has no closing \\. line",
                "copy t from stdin;                      | 1 | COPY ... FROM STDIN has no closing \\. line",
                "-- rows~copy t from stdin;~1~\\.x~\\. x~ | 2 | COPY ... FROM STDIN has no closing \\. line",
                "select 1;~~create function f() returns int begin atomic select 1;~ | 3 "
                        + "| the body that begins here does not end",
                "select 1;~~-- two~/* select 2;~select 3;~ | 4 | the comment that begins here does not end",
                "/* 1 */ /* select 2;                    | 1 | the comment that begins here does not end",
                "/* 1 */~/* select 2;~ */;~/* /* a */ select 3 | 4 | the comment that begins here does not end"
            })
    void refusesWhatDoesNotEnd(String text, int line, String message) {
        assertThatThrownBy(() -> parser.parse(text.replace('~', '\n')))
                .isInstanceOf(SqlParseException.class)
                .hasMessage(message)
                .extracting(e -> ((SqlParseException) e).faults().getFirst().line())
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1;~select 'a;~select 2; | 2 | the string that begins here does not end",
                "select e'a\\';~select 2;      | 1 | the string that begins here does not end",
                "select 1;~do $$ begin; end     | 2 | the string that begins here does not end",
                "select~ \"a;                  | 2 | the name in quotes that begins here does not end",
                "select (~(1);                  | 1 | the parenthesis that opens here is not closed",
                "select 1 /* ;                  | 1 | the comment that begins here does not end",
                "copy t from stdin; select 1;~1~\\.~ "
                        + "| 1 | nothing can stand here: the data of the COPY before begin in the next line",
            })
    void saysWhatIsOpen(String text, int line, String message) {
        assertThatThrownBy(() -> parser.parse(text.replace('~', '\n')))
                .isInstanceOf(SqlParseException.class)
                .hasMessage(message)
                .extracting(e -> ((SqlParseException) e).faults().getFirst().line())
                .isEqualTo(line);
    }
}
