package dev.slipway.workbench.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of classes, or a jar.
record EntityFolder(Path path) {
    /// What somebody finds out in a folder.
    interface Question<T> {
        T ask(Path folder) throws IOException;
    }

    <T> T ask(Question<T> question) {
        try {
            if (Files.isDirectory(path)) {
                return question.ask(path.toRealPath());
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return question.ask(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
