package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an image is made of lies in it.
@RequiresEngine
class SbomTest {
    @BeforeAll
    static void build() {
        Images.build();
    }

    @ParameterizedTest
    @CsvSource({
        Images.RUNNER + ", migrations-runner.cdx.json, flyway-core, micronaut-http-server-netty",
        Images.BACKEND + ", backend-service.cdx.json, micronaut-http-server-netty, flyway-core",
    })
    void liesInTheImage(String image, String name, String library, String other, @TempDir Path folder)
            throws IOException {
        String container = Engine.docker("create", image);
        try {
            Engine.docker("cp", "%s:/app/sbom/%s".formatted(container, name), folder.toString());
        } finally {
            Engine.docker("rm", container);
        }
        assertThat(Files.readString(folder.resolve(name)))
                .contains("\"bomFormat\" : \"CycloneDX\"", "\"name\" : \"postgresql\"", named(library))
                .doesNotContain(named(other), named("junit-jupiter"), named("image-runtime"));
    }

    private static String named(String library) {
        return "\"name\" : \"%s\"".formatted(library);
    }
}
