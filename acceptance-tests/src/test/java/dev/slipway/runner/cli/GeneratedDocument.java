package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of `docs/` that is written by the code it describes.
record GeneratedDocument(String path, String text) {
    private static final String WRITE = "slipway.write-docs";

    /// Compares the page with the code, or writes it if the property `slipway.write-docs` is set.
    void verify() {
        Path file = Checkout.path(path);
        try {
            if (System.getProperty(WRITE) != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.readString(file))
                    .as("%s says what the code says; to write it anew: scripts/write-docs", path)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
