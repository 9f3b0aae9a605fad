package dev.slipway.runner.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ChangingSchema;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ManifestReaderTest {
    private static final String SAMPLE = ManifestWriter.json(SampleManifest.sample());

    @Test
    void aTruncatedManifestIsUnreadable() {
        IntStream.range(0, SAMPLE.length() - 2)
                .filter(length -> length % 7 == 0)
                .forEach(
                        length -> assertThat(failure(SAMPLE.substring(0, length)))
                                .matches(
                                        "USAGE: manifest \"m\" cannot be read: it (ends too early|is not JSON: line \\d+, column \\d+)"));
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("\"format\": 2", "\"format\": 3", "USAGE: its format is 3, and this program reads 2"),
                Arguments.of("\"format\": 2", "\"format\": 0", "USAGE: its format is 0, and this program reads 2"),
                Arguments.of("\"format\": 2,", "", "USAGE: \"format\" is missing"),
                Arguments.of("\"format\": 2", "\"format\": \"1\"", "USAGE: \"format\" is no whole number"),
                Arguments.of("\"format\": 2", "\"format\": 1e999999999999", "USAGE: it is not JSON"),
                Arguments.of("\"format\": 2", "\"format\": 2, \"format\": 2", "USAGE: $ has \"format\" twice"),
                Arguments.of("\"2\": {", "\"1\": {", "USAGE: $.revisions has \"1\" twice"),
                Arguments.of("\"2\": {", "\"1.0\": {", "USAGE: \"revisions.1.0\" is there twice"),
                Arguments.of("\"2\": {", "\"two\": {", "USAGE: \"revisions.two\" is no version: \"two\""),
                Arguments.of("\"undo\": null,", "", "USAGE: \"revisions.10.undo\" is missing"),
                Arguments.of("\"undo\": null", "\"undo\": []", "USAGE: \"revisions.10.undo\" is no object"),
                Arguments.of(
                        "\"undo\": null", "\"undo\": null, \"more\": 1", "USAGE: \"revisions.10.more\" is not known"),
                Arguments.of("\"parents\": []", "\"parents\": {}", "USAGE: \"revisions.1.parents\" is no list"),
                Arguments.of("\"parents\": []", "\"parents\": [1]", "USAGE: \"revisions.1.parents[0]\" is no text"),
                Arguments.of(
                        "\"parents\": []",
                        "\"parents\": [\"10\"]",
                        "REFUSED: its revisions build on each other in a circle"),
                Arguments.of(
                        "\"parents\": []", "\"parents\": [\"7\"]", "REFUSED: revision 1 builds on 7, which is missing"),
                Arguments.of(
                        "[-5, 13]", "[-5, 13.5]", "USAGE: \"revisions.10.script.checksums[1]\" is no whole number"),
                Arguments.of(
                        "[-5, 13]",
                        "[-5, 99999999999]",
                        "USAGE: \"revisions.10.script.checksums[1]\" is no whole number"),
                Arguments.of("\"work\": \"scan\"", "\"work\": \"nap\"", "USAGE: this program knows no work \"nap\""),
                Arguments.of(
                        "\"ACCESS EXCLUSIVE\"",
                        "\"PADLOCK\"",
                        "USAGE: \"revisions.10.works[1].locks.public.users\" is no lock: \"PADLOCK\""),
                Arguments.of("[-5, 13]", "[]", "USAGE: \"revisions.10.script.checksums\" is empty"),
                Arguments.of(
                        "\"kind\": \"table\"",
                        "\"kind\": \"chair\"",
                        "USAGE: \"revisions.1.changes[0]\" is no kind of object: \"chair\""),
                Arguments.of(
                        "\"change\": \"remove\"",
                        "\"change\": \"forget\"",
                        "USAGE: \"revisions.10.changes[0]\" is no change: \"forget\""),
                Arguments.of(
                        "\"hazard\": \"table-rewrite\"",
                        "\"hazard\": \"rain\"",
                        "USAGE: this program knows no hazard \"rain\""),
                Arguments.of(
                        "\"definition\": \"text\"",
                        "\"definition\": \"int\"",
                        "REFUSED: \"revisions.1.changes[1]\": the hash of column public.users.email is not that of its definition"),
                Arguments.of(
                        "\"name\": \"public.users\"",
                        "\"name\": \"public.user\"",
                        "REFUSED: \"revisions.1.changes[0]\": the hash of table public.user is not that of its definition"),
                Arguments.of(
                        "\"from\": \"text\"",
                        "\"from\": \"int\"",
                        "REFUSED: revision 2: what it changes of column public.users.email is not what the revisions before it left"),
                Arguments.of(
                        "\"change\": \"remove\"",
                        "\"change\": \"add\"",
                        "REFUSED: revision 10: what it changes of function public.tidy(text) is not what the revisions before it left"),
                Arguments.of(
                        "\"fingerprint\": \"",
                        "\"fingerprint\": \"0",
                        "REFUSED: the fingerprint of revision 1 is not that of its changes"),
                Arguments.of(
                        "\"hazard\": \"table-rewrite\"",
                        "\"hazard\": \"type-change\"",
                        "REFUSED: \"revisions.10\": its hash is not that of what it says"),
                Arguments.of(
                        "\"irreversible\": \"",
                        "\"irreversible\": \"not ",
                        "REFUSED: \"revisions.10\": its hash is not that of what it says"),
                Arguments.of("\"repeatables\": {", "\"repeatables\": [{", "USAGE: it is not JSON: line 63, column 2"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditedManifestIsNotBelieved(String from, String to, String failure) {
        assertThat(SAMPLE).contains(from);
        int at = SAMPLE.indexOf(from);
        String edited = SAMPLE.substring(0, at) + to + SAMPLE.substring(at + from.length());
        assertThat(failure(edited))
                .isEqualTo(failure.replaceFirst(
                        ": ",
                        failure.startsWith("USAGE")
                                ? ": manifest \"m\" cannot be read: "
                                : ": manifest \"m\" was changed by something else than `prove`: "));
    }

    static List<Arguments> strange() {
        return List.of(
                Arguments.of("", "it ends too early"),
                Arguments.of("[]", "\"the manifest\" is no object"),
                Arguments.of("null", "\"the manifest\" is no object"),
                Arguments.of("{} {}", "it is not JSON: line 1, column 5"),
                Arguments.of("<<<<<<< HEAD\n" + SAMPLE, "a merge that nobody finished left its marks in it"),
                Arguments.of("[".repeat(1_000_000), "it is not JSON"));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void whatIsNoManifestIsUnreadable(String text, String what) {
        assertThat(failure(text)).startsWith("USAGE: manifest \"m\" cannot be read: " + what);
    }

    @Test
    void aHugeManifestIsReadInSeconds() {
        Map<Version, ProvedRevision> revisions = new TreeMap<>();
        Schemas schemas = new Schemas();
        for (int number = 1; number <= 2_000; number++) {
            revisions.put(Version.of(Integer.toString(number)), schemas.next(number));
        }
        Manifest manifest = new Manifest(new TreeMap<>(revisions), new TreeMap<>());
        long start = System.nanoTime();
        assertThat(ManifestReader.read("m", ManifestWriter.json(manifest))).isEqualTo(manifest);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    /// A chain of revisions, each with one more object.
    private static final class Schemas {
        private final ChangingSchema schema = ChangingSchema.of(Schema.EMPTY);

        private ProvedRevision next(int number) {
            List<Change> changes = List.of(SampleManifest.added(SchemaObject.of(
                    new SchemaObject.Key(SampleManifest.USERS.key().kind(), "public.t" + number), "table")));
            schema.apply(changes);
            return new ProvedRevision(
                    SampleManifest.script("V%d__step.sql".formatted(number)),
                    null,
                    number == 1 ? List.of() : List.of(Version.of(Integer.toString(number - 1))),
                    null,
                    changes,
                    schema.fingerprint(),
                    List.of(),
                    List.of(),
                    false,
                    null);
        }
    }

    private static String failure(String json) {
        SlipwayException thrown = catchThrowableOfType(SlipwayException.class, () -> ManifestReader.read("m", json));
        Failure failure = thrown.failure();
        assertThat(failure.exitCode()).isIn(ExitCode.USAGE, ExitCode.REFUSED);
        return "%s: %s: %s".formatted(failure.exitCode(), failure.message(), String.join("; ", failure.details()));
    }
}
