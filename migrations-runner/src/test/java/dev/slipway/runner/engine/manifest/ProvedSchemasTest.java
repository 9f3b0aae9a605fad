package dev.slipway.runner.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

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
        ProvedSchemas schemas = new ProvedSchemas(Proved.sample());
        assertThat(at(schemas)).hasValue(Schema.EMPTY);
        assertThat(at(schemas, "1")).hasValue(Schema.of(List.of(Proved.USERS, Proved.EMAIL)));
        assertThat(at(schemas, "2", "1")).hasValue(Schema.of(List.of(Proved.USERS, Proved.LONG_EMAIL, Proved.TIDY)));
        assertThat(at(schemas, "10", "2", "1")).hasValue(Schema.of(List.of(Proved.USERS, Proved.LONG_EMAIL)));
    }

    @Test
    void aPositionWithAnUnprovedRevisionIsNotProved() {
        assertThat(at(new ProvedSchemas(Proved.sample()), "1", "3")).isEmpty();
    }

    @Test
    void branchesAddUpWhateverTheirOrder() {
        List<Change> first = List.of(Proved.added(Proved.USERS));
        List<Change> email = List.of(Proved.added(Proved.EMAIL));
        List<Change> phone = List.of(Proved.added(PHONE));
        Manifest manifest = new Manifest(
                new TreeMap<>(Map.of(
                        Version.of("1"), Proved.revision("1", List.of(), first, Proved.fingerprint(first)),
                        Version.of("2"), Proved.revision("2", List.of("1"), email, Proved.fingerprint(first, email)),
                        Version.of("3"), Proved.revision("3", List.of("1"), phone, Proved.fingerprint(first, phone)),
                        Version.of("4"),
                                Proved.revision(
                                        "4", List.of("2", "3"), List.of(), Proved.fingerprint(first, email, phone)))),
                new TreeMap<>());
        assertThat(ManifestReader.read("m", ManifestWriter.json(manifest))).isEqualTo(manifest);
        ProvedSchemas schemas = new ProvedSchemas(manifest);
        assertThat(at(schemas, "1", "3")).hasValue(Schema.of(List.of(Proved.USERS, PHONE)));
        assertThat(at(schemas, "1", "2", "3", "4"))
                .hasValue(Schema.of(List.of(Proved.USERS, Proved.EMAIL, PHONE)))
                .isEqualTo(at(schemas, "3", "2", "1"));
    }

    private static Optional<Schema> at(ProvedSchemas schemas, String... versions) {
        return schemas.at(Arrays.stream(versions).map(Version::of).toList());
    }
}
