package dev.slipway.runner.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.engine.manifest.ManifestReader;
import dev.slipway.runner.engine.manifest.ManifestWriter;
import dev.slipway.runner.engine.manifest.SampleManifest;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProvedSchemasTest {
    private static final SchemaObject PHONE = SchemaObject.of(ObjectKind.COLUMN, "public.users.phone", "text");

    @Test
    void aPositionIsComposedOfItsRevisions() {
        ProvedSchemas schemas = new ProvedSchemas(SampleManifest.sample());
        assertThat(at(schemas)).hasValue(Schema.EMPTY);
        assertThat(at(schemas, "1")).hasValue(Schema.of(List.of(SampleManifest.USERS, SampleManifest.EMAIL)));
        assertThat(at(schemas, "2", "1"))
                .hasValue(Schema.of(List.of(SampleManifest.USERS, SampleManifest.LONG_EMAIL, SampleManifest.TIDY)));
        assertThat(at(schemas, "10", "2", "1"))
                .hasValue(Schema.of(List.of(SampleManifest.USERS, SampleManifest.LONG_EMAIL)));
    }

    @Test
    void aPositionWithAnUnprovedRevisionIsNotProved() {
        assertThat(at(new ProvedSchemas(SampleManifest.sample()), "1", "3")).isEmpty();
    }

    @Test
    void branchesAddUpWhateverTheirOrder() {
        List<Change> first = List.of(SampleManifest.added(SampleManifest.USERS));
        List<Change> email = List.of(SampleManifest.added(SampleManifest.EMAIL));
        List<Change> phone = List.of(SampleManifest.added(PHONE));
        Manifest manifest = new Manifest(
                new TreeMap<>(Map.of(
                        Version.of("1"),
                                SampleManifest.revision("1", List.of(), first, SampleManifest.fingerprint(first)),
                        Version.of("2"),
                                SampleManifest.revision(
                                        "2", List.of("1"), email, SampleManifest.fingerprint(first, email)),
                        Version.of("3"),
                                SampleManifest.revision(
                                        "3", List.of("1"), phone, SampleManifest.fingerprint(first, phone)),
                        Version.of("4"),
                                SampleManifest.revision(
                                        "4",
                                        List.of("2", "3"),
                                        List.of(),
                                        SampleManifest.fingerprint(first, email, phone)))),
                new TreeMap<>());
        assertThat(ManifestReader.read("m", ManifestWriter.json(manifest))).isEqualTo(manifest);
        ProvedSchemas schemas = new ProvedSchemas(manifest);
        assertThat(at(schemas, "1", "3")).hasValue(Schema.of(List.of(SampleManifest.USERS, PHONE)));
        assertThat(at(schemas, "1", "2", "3", "4"))
                .hasValue(Schema.of(List.of(SampleManifest.USERS, SampleManifest.EMAIL, PHONE)))
                .isEqualTo(at(schemas, "3", "2", "1"));
    }

    private static Optional<Schema> at(ProvedSchemas schemas, String... versions) {
        return schemas.at(Arrays.stream(versions).map(Version::of).toList());
    }
}
