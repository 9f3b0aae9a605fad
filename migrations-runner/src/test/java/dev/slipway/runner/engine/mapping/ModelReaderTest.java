package dev.slipway.runner.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.model.failure.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelReaderTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void readsTheModelBesideTheScripts() {
        List<Location> scripts = List.of(Location.parse("../migrations"));
        assertThat(ModelReader.beside(scripts).orElseThrow().tables())
                .extracting(Model.Table::name)
                .containsExactly("audit_trail", "company_settings", "sign_in_devices", "user_preferences", "users");
        assertThat(ModelReader.beside(List.of(Location.parse(folder.toString()))))
                .isEmpty();
    }

    @Test
    void thereIsOne() throws IOException {
        Files.writeString(folder.resolve("model.json"), "{}");
        List<Location> both = List.of(Location.parse("../migrations"), Location.parse(folder.toString()));
        assertThatThrownBy(() -> ModelReader.beside(both))
                .hasMessage("there are several models: ../migrations/model.json, %s/model.json".formatted(folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | an object is expected",
                "{} | it has no tables",
                "{\"table\": []} | unknown key \"table\"; did you mean \"tables\"?",
                "{\"tables\": 1} | \"tables\" must be a list",
                "{\"tables\": [1]} | tables[0]: an object is expected",
                "{\"tables\": [{}]} | tables[0]: \"name\" must be a text",
                "{\"tables\": [{\"name\": \"\"}]} | tables[0]: \"name\" must be a text",
                "{\"tables\": [{\"name\": \"t\", \"rights\": [\"drop\"]}]} | tables[0]: \"drop\" is no right; there are select, insert, update, delete",
                "{\"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"a\", \"type\": \"string\"}]}]} | tables[0]: columns[0]: unknown type \"string\"; there are boolean, smallint, integer, bigint, real, double precision, numeric, text, bytea, date, time, timestamp, timestamptz, uuid, json, other",
                "{\"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"a\", \"type\": \"text\", \"nullable\": \"yes\"}]}]} | tables[0]: columns[0]: \"nullable\" must be true or false",
            })
    void refusesWhatItDoesNotUnderstand(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), text);
        assertThatThrownBy(() -> ModelReader.of(file))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        failure -> assertThat(failure.failure().message())
                                .isEqualTo("--model \"%s\": %s".formatted(file, message)));
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "tables: []");
        assertThatThrownBy(() -> ModelReader.of(file))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        failure -> assertThat(failure.failure().message())
                                .isEqualTo("--model \"%s\": it is not JSON: line 1, column 1".formatted(file)));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> ModelReader.of(file))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        failure -> assertThat(failure.failure().message())
                                .isEqualTo("--model \"%s\": there is no such file".formatted(file)));
    }
}
