package dev.slipway.runner.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ManifestWriterTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(ManifestReader.read("m", ManifestWriter.json(SampleManifest.sample())))
                .isEqualTo(SampleManifest.sample());
        assertThat(ManifestReader.read("m", ManifestWriter.json(Manifest.EMPTY)))
                .isEqualTo(Manifest.EMPTY);
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        String json = ManifestWriter.json(SampleManifest.sample());
        assertThat(ManifestWriter.json(ManifestReader.read("m", json))).isEqualTo(json);
    }

    @Test
    void eachChangeStandsOnALine() throws IOException {
        assertThat(ManifestWriter.json(SampleManifest.sample())).isEqualTo(golden("sample-manifest.json"));
    }

    @Test
    void oneOfFormat1GetsTheFingerprintsOfToday() throws IOException {
        assertThat(ManifestReader.read("m", golden("sample-manifest-1.json"))).isEqualTo(SampleManifest.sample());
    }

    private static String golden(String name) throws IOException {
        try (InputStream golden = Objects.requireNonNull(ManifestWriterTest.class.getResourceAsStream(name))) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anEmptyOneIsShort() {
        assertThat(ManifestWriter.json(Manifest.EMPTY)).isEqualTo("""
                {
                  "format": 2,
                  "revisions": {},
                  "repeatables": {}
                }
                """);
    }
}
