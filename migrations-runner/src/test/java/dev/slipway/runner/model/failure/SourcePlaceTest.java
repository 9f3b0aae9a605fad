package dev.slipway.runner.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.Statement;
import org.junit.jupiter.api.Test;

final class SourcePlaceTest {
    private static final ScriptFile UNKNOWN_TEXT = new ScriptFile("V1__a.sql", "V1__a.sql", "");

    private static String shown(String sql, int line, int column, int position) {
        SourcePlace place = SourcePlace.of(UNKNOWN_TEXT, new Statement(sql, line, column, null), position);
        return "%s:%d:%d\n%s\n%s"
                .formatted(place.origin(), place.line(), place.column(), place.text(), place.caretLine());
    }

    @Test
    void pointsToTheCharacterTheServerNames() {
        assertThat(shown("select x from t", 3, 1, 8)).isEqualTo("""
                V1__a.sql:3:8
                select x from t
                       ^""");
    }

    @Test
    void showsTheWholeLineOfTheFile() {
        ScriptFile file = new ScriptFile("V1__a.sql", "V1__a.sql", "select 1; select x; -- why\n");
        SourcePlace place = SourcePlace.of(file, new Statement("select x", 1, 11, null), 8);
        assertThat(place.text() + "\n" + place.caretLine()).isEqualTo("""
                select 1; select x; -- why
                                 ^""");
    }

    @Test
    void showsTheStatementIfThePlaceholdersOfTheLineWereFilledIn() {
        ScriptFile file = new ScriptFile("V1__a.sql", "V1__a.sql", "select ${name};");
        SourcePlace place = SourcePlace.of(file, new Statement("select x", 1, 1, null), 8);
        assertThat(place.text()).isEqualTo("select x");
    }

    @Test
    void pointsIntoALaterLineOfTheStatement() {
        assertThat(shown("select a,\n  b,\n  c\nfrom t", 10, 5, 19)).isEqualTo("""
                V1__a.sql:12:4
                  c
                   ^""");
    }

    @Test
    void countsTheIndentOfTheFirstLine() {
        assertThat(shown("select x\nfrom t", 2, 5, 8)).isEqualTo("""
                V1__a.sql:2:12
                    select x
                           ^""");
    }

    @Test
    void doesNotIndentALineAfterTheFirst() {
        assertThat(shown("select x\nfrom t", 2, 5, 15)).isEqualTo("""
                V1__a.sql:3:6
                from t
                     ^""");
    }

    @Test
    void countsCodePointsAsPostgresqlDoes() {
        SourcePlace place = SourcePlace.of(UNKNOWN_TEXT, new Statement("select '🐘', x", 1, 1, null), 13);
        assertThat(place.text().substring(place.column() - 1)).isEqualTo("x");
    }

    @Test
    void keepsTabsSoThatTheCaretStandsBelowItsCharacter() {
        assertThat(shown("create table t (\n\ta\tint,\n\tb\tinteger2\n)", 1, 1, 29))
                .isEqualTo("""
                V1__a.sql:3:4
                \tb\tinteger2
                \t \t^""");
    }

    @Test
    void pointsBehindTheEndWhenTheServerMissesSomethingThere() {
        assertThat(shown("select (1", 1, 1, 10)).isEqualTo("""
                V1__a.sql:1:10
                select (1
                         ^""");
    }

    @Test
    void staysInTheStatementWhateverThePosition() {
        assertThat(shown("select (1", 1, 1, 999)).isEqualTo(shown("select (1", 1, 1, 10));
        assertThat(shown("", 1, 1, 5)).isEqualTo("V1__a.sql:1:1\n\n^");
    }

    @Test
    void pointsToTheFirstWordIfTheServerNamesNoPosition() {
        assertThat(shown("-- why\n/* and\nhow */ \n  drop table t", 4, 1, 0)).isEqualTo("""
                V1__a.sql:7:3
                  drop table t
                  ^""");
    }

    @Test
    void findsTheFirstWordBehindVeryLongComments() {
        String comments = "-- a line of a long explanation\n          \n".repeat(5_000);
        assertThat(shown(comments + "drop table t", 1, 1, 0)).isEqualTo("""
                V1__a.sql:10001:1
                drop table t
                ^""");
    }

    @Test
    void leavesTheReturnOfWindowsLineEndsOut() {
        assertThat(shown("select x\r\nfrom t", 1, 1, 8)).isEqualTo("""
                V1__a.sql:1:8
                select x
                       ^""");
    }
}
