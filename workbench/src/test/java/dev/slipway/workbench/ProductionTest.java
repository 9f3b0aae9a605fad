package dev.slipway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

final class ProductionTest {
    private static final List<String> OURS = List.of(
            "dev/slipway/workbench/", "dev/slipway/testing/", "org/pgcodekeeper/", "io/zonky/", "io/micronaut/");

    @Test
    void theJarOfTheRunnerHasNothingOfTheWorkbench() throws IOException {
        assertThat(entries("../migrations-runner/target/migrations-runner.jar"))
                .contains("dev/slipway/runner/Launcher.class")
                .noneMatch(entry -> OURS.stream().anyMatch(entry::startsWith))
                .noneMatch(entry -> entry.startsWith("META-INF/services/dev.slipway"));
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(Path.of(jar).toFile())) {
            return file.stream().map(Object::toString).toList();
        }
    }
}
