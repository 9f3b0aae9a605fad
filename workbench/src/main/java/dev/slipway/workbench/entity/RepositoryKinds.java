package dev.slipway.workbench.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Tells by which of Micronaut Data's repositories entities are read and written.
///
/// @param paths folders of classes, and jars
record RepositoryKinds(List<Path> paths) {
    private static final List<String> SQL = List.of(
            "Lio/micronaut/data/jdbc/annotation/JdbcRepository;",
            "Lio/micronaut/data/r2dbc/annotation/R2dbcRepository;");

    RepositoryKinds {
        paths = List.copyOf(paths);
    }

    /// Whether there is one for JDBC or R2DBC; those of JPA leave it to Hibernate.
    boolean haveSql() {
        return paths.stream().anyMatch(RepositoryKinds::hasSql);
    }

    private static boolean hasSql(Path path) {
        try {
            return Files.isDirectory(path) ? hasSqlInFolder(path) : hasSqlInJar(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSqlInFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).anyMatch(RepositoryKinds::isSql);
        }
    }

    private static boolean hasSqlInJar(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .anyMatch(entry -> {
                        try (InputStream bytes = jar.getInputStream(entry)) {
                            return isSql(bytes.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private static boolean isSql(Path file) {
        try {
            return isSql(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSql(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return SQL.stream().anyMatch(text::contains);
    }
}
