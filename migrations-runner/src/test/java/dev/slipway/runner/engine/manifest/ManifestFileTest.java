package dev.slipway.runner.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestFileTest {
    @TempDir
    private Path folder;

    @Test
    void itLiesBesideTheScripts() {
        assertThat(file(folder).read()).isEmpty();
        ManifestFile.write(file(folder).path(), SampleManifest.sample());
        assertThat(file(folder).read()).hasValue(SampleManifest.sample());
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("manifest.json"));
    }

    @Test
    void writingReplacesItAsAWhole() throws IOException {
        ManifestFile.write(file(folder).path(), SampleManifest.sample());
        ManifestFile.write(file(folder).path(), Manifest.EMPTY);
        assertThat(file(folder).read()).hasValue(Manifest.EMPTY);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anyOfTheLocationsMayHoldIt(@TempDir Path other) {
        ManifestFile.write(other.resolve("manifest.json"), SampleManifest.sample());
        assertThat(file(folder, other).read()).hasValue(SampleManifest.sample());
        assertThat(file(folder, other).path()).isEqualTo(other.resolve("manifest.json"));
        assertThat(file(folder).path()).isEqualTo(folder.resolve("manifest.json"));
    }

    @Test
    void thereIsOne(@TempDir Path other) {
        ManifestFile.write(other.resolve("manifest.json"), SampleManifest.sample());
        ManifestFile.write(folder.resolve("manifest.json"), Manifest.EMPTY);
        assertThatThrownBy(() -> file(folder, other).read())
                .hasMessageContaining("there are several manifests: ")
                .hasMessageContaining(other.toString());
    }

    @Test
    void aFolderBelowHasNone() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        ManifestFile.write(folder.resolve("below/manifest.json"), SampleManifest.sample());
        assertThat(file(folder).read()).isEmpty();
    }

    @Test
    void aClassPathIsNotWrittenTo() {
        assertThatThrownBy(() -> new ManifestFile(List.of(Location.parse("classpath:db/migration"))).path())
                .hasMessageContaining("no location is a folder");
    }

    private static ManifestFile file(Path... folders) {
        return new ManifestFile(Arrays.stream(folders)
                .map(folder -> Location.parse("filesystem:" + folder))
                .toList());
    }
}
