package dev.slipway.image;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// The times of files. A JVM passes over a cache if the jar or its own `modules` has another time than when it was
/// made.
final class Times {
    /// The time that Jib gives to every file of an image.
    private static final FileTime IMAGE = FileTime.from(Instant.ofEpochSecond(1));

    private Times() {}

    /// Gives all files below a folder, or one file, the time that they have in an image.
    static void asInImages(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.setLastModifiedTime(file, IMAGE);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
