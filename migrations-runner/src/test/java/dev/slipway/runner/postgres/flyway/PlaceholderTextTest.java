package dev.slipway.runner.postgres.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
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
    void fillsInValues(String text, String filled) throws UnknownPlaceholderException {
        assertThat(PlaceholderText.replace(text, VALUES)).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1;\r\nselect ${owner};\r\n",
                "grant all on ${schema}.t to ${owner}; -- ${OWNER}",
                "select $${owner}$$, $q${owner}$q$, '\\${owner}', '$${owner}'",
                "${lines}\n${lines}",
                "${other} ${flyway:user}",
                "$owner {owner} $ {owner} } ${owner} }",
                "größe ${owner} 🐘"
            })
    void fillsInWhatStockFlywayFillsIn(String text) throws UnknownPlaceholderException, IOException {
        assertThat(PlaceholderText.replace(text, VALUES)).isEqualTo(stock(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${nobody}", "${}", "${ owner }", "${owner:1}", "${${owner}}", "-- ${nobody}"})
    void refusesWhatStockFlywayRefuses(String text) {
        assertThatThrownBy(() -> stock(text)).isInstanceOf(FlywayException.class);
        assertThatThrownBy(() -> PlaceholderText.replace(text, VALUES)).isInstanceOf(UnknownPlaceholderException.class);
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

    @Test
    void namesAPlaceholderWithoutAValueAndItsLine() {
        assertThat(unknown("select 1;\n\nselect ${owner}, ${nobody};\nselect ${nobody};"))
                .isEqualTo("3: placeholder \"nobody\" has no value");
    }

    @Test
    void isNotMisledByALongerName() {
        assertThat(unknown("select ${owner};\nselect ${own};")).isEqualTo("2: placeholder \"own\" has no value");
    }

    @Test
    void findsTheLineOfAPlaceholderThatIsNotClosed() {
        assertThat(unknown("select ${owner};\nselect ${")).startsWith("2: ");
    }

    private static String unknown(String text) {
        UnknownPlaceholderException exception =
                catchThrowableOfType(UnknownPlaceholderException.class, () -> PlaceholderText.replace(text, VALUES));
        return exception.line() + ": " + exception.what();
    }
}
