package dev.slipway.systemtests.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A temporary folder that can be mounted into a container and read by its user.
public final class Folder implements AutoCloseable {
    private final Path path;

    public Folder() {
        try {
            path = Files.createTempDirectory("slipway-test");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /// Writes a file, in place of the one of the same name if there is one.
    public void write(String name, String content) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new file that every user may write.
    public Path writable(String name) {
        write(name, "");
        Path file = path.resolve(name);
        try {
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of what lies in a folder of it.
    public List<String> names(String name) {
        try (Stream<Path> files = Files.list(path.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content of all files, by their paths in this folder.
    public Map<String, String> content() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString())
                    .collect(Collectors.toMap(file -> file, this::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What lies in another folder, and in those under it.
    public Folder withAll(Path other) {
        try (Stream<Path> files = Files.walk(other)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(other.relativize(file).toString(), Files.readString(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The reference scripts and the description of the model, without the manifest: a test adds scripts that nobody
    /// proved.
    public Folder withReferenceScripts() {
        copyReferenceScripts(path);
        return this;
    }

    public static void copyReferenceScripts(Path folder) {
        try (Stream<Path> files = Files.list(Command.ROOT.resolve("migrations"))) {
            for (Path file : files.toList()) {
                if (!file.endsWith("manifest.json")) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
