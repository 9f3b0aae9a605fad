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
        try (InputStream golden =
                Objects.requireNonNull(ManifestWriterTest.class.getResourceAsStream("sample-manifest.json"))) {
            assertThat(ManifestWriter.json(SampleManifest.sample()))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anEmptyOneIsShort() {
        assertThat(ManifestWriter.json(Manifest.EMPTY)).isEqualTo("""
                {
                  "format": 1,
                  "revisions": {},
                  "repeatables": {}
                }
                """);
    }
}
