package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.annotation.MappedEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `model.json` tells what the entities tell, and by hand what these cannot: the legacy columns, what keeps them in
/// step, and the rights.
final class ModelFileTest {
    private static final Path FILE = Path.of("../migrations/model.json");
    private static final String WRITE = "slipway.write-docs";

    private final List<Class<?>> entities = BeanIntrospector.SHARED.findIntrospections(MappedEntity.class).stream()
            .<Class<?>>map(BeanIntrospection::getBeanType)
            .toList();

    @Test
    void columnsAreThoseOfTheEntities() throws IOException {
        ModelFile written = ModelFile.parse(Files.readString(FILE));
        String expected = written.with(entities).render();
        if (System.getProperty(WRITE) != null) {
            Files.writeString(FILE, expected);
        }
        assertThat(entities).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Files.readString(FILE))
                .as("%s says what the entities say; to write it anew: scripts/write-docs", FILE)
                .isEqualTo(expected);
    }

    @Test
    void everyTableSaysWhichRightsTheServiceNeeds() throws IOException {
        assertThat(ModelFile.parse(Files.readString(FILE)).tablesWithout("rights"))
                .isEmpty();
    }
}
