package dev.slipway.runner.postgres.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceholderTextTest {
    private static final Map<String, String> VALUES =
            Map.of("owner", "alice", "schema", "app", "lines", "a\nb", "other", "${owner}", "flyway:user", "bob");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1                         | select 1",
                "grant all on ${schema}.t to ${owner} | grant all on app.t to alice",
                "${owner}${owner}                 | alicealice",
                "-- ${owner}, '${owner}', $$${owner}$$ | -- alice, 'alice', $$alice$$",
                "${OWNER} ${Flyway:User}          | alice bob",
                "${other}                         | ${owner}",
                "$owner {owner} $ {owner} $$      | $owner {owner} $ {owner} $$"
            })
    void fillsInValues(String text, String filled) {
        assertThat(PlaceholderText.of(text, VALUES, PlaceholderMarks.USUAL).text())
                .isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1;\r\nselect ${owner};\r\n",
                "grant all on ${schema}.t to ${owner}; -- ${OWNER}",
                "select '\\${owner}', $$${owner}$$",
                "${lines}\n${lines}",
                "${other} ${flyway:user}",
                "$owner {owner} $ {owner} } ${owner} }",
                "größe ${owner} 🐘"
            })
    void fillsInWhatStockFlywayFillsIn(String text) throws IOException {
        PlaceholderText filled = PlaceholderText.of(text, VALUES, PlaceholderMarks.USUAL);
        assertThat(filled.unknown()).isEmpty();
        assertThat(filled.text()).isEqualTo(stock(text));
        assertThat(filled.asFlyway()).isEqualTo(stock(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${nobody}", "${}", "${ owner }", "${owner:1}", "${${owner}}", "-- ${nobody}"})
    void refusesWhatStockFlywayRefuses(String text) {
        assertThatThrownBy(() -> stock(text)).isInstanceOf(FlywayException.class);
        assertThat(PlaceholderText.of(text, VALUES, PlaceholderMarks.USUAL).unknown())
                .isNotEmpty();
    }

    private static String stock(String text) throws IOException {
        ClassicConfiguration configuration = new ClassicConfiguration();
        configuration.setPlaceholders(VALUES);
        StringWriter filled = new StringWriter();
        try (PlaceholderReplacingReader reader =
                PlaceholderReplacingReader.create(configuration, new ParsingContext(), new StringReader(text))) {
            reader.transferTo(filled);
        }
        return filled.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$${owner}$$                      | $alice$$",
                "$q$${owner}$q$ ${owner}          | $q$alice$q$ alice",
                "US$${owner}                      | US$alice",
                "$$$${owner} $$$$$${owner}        | $$$alice $$$$$alice",
                "${schema}$${owner}               | app$alice"
            })
    void fillsInBehindADollarWhatStockFlywayMisses(String text, String right) throws IOException {
        PlaceholderText filled = PlaceholderText.of(text, VALUES, PlaceholderMarks.USUAL);
        assertThat(filled.text()).isEqualTo(right);
        assertThat(filled.asFlyway()).isEqualTo(stock(text)).isNotEqualTo(right);
    }

    @Test
    void hasTheMarksOfAProject() {
        PlaceholderMarks marks = new PlaceholderMarks("#[", "]", "_");
        PlaceholderText filled =
                PlaceholderText.of("select '##[owner]', '${owner}';\nselect #[nobody];", VALUES, marks);
        assertThat(filled.text()).isEqualTo("select '#alice', '${owner}';\nselect #[nobody];");
        assertThat(filled.unknown()).containsExactly(new UnknownPlaceholder("nobody", 2, marks));
        assertThat(marks.own("user")).isEqualTo("flyway_user");
    }

    @Test
    void namesEveryPlaceholderWithoutAValueAndItsLine() {
        assertThat(unknown("select 1;\n\nselect ${owner}, ${nobody};\r\nselect '$${nobody}' || '${other one}';"))
                .containsExactly(
                        "3: placeholder \"nobody\" has no value",
                        "4: placeholder \"nobody\" has no value",
                        "4: \"${other one}\" is taken for a placeholder, and has no value");
    }

    @Test
    void isNotMisledByALongerName() {
        assertThat(unknown("select ${owner};\nselect ${own};")).containsExactly("2: placeholder \"own\" has no value");
    }

    @Test
    void findsThoseInsideOfWhatIsNone() {
        assertThat(unknown("select '${' || a || '\n${own}';"))
                .containsExactly(
                        "1: \"${\" is taken for the beginning of a placeholder, which has no value",
                        "2: placeholder \"own\" has no value");
    }

    @Test
    void findsTheLineOfAPlaceholderThatIsNotClosed() {
        assertThat(unknown("select ${owner};\n${"))
                .containsExactly("2: \"${}\" is taken for a placeholder, and has no value");
    }

    private static List<String> unknown(String text) {
        return PlaceholderText.of(text, VALUES, PlaceholderMarks.USUAL).unknown().stream()
                .map(unknown -> unknown.line() + ": " + unknown.what())
                .toList();
    }
}
