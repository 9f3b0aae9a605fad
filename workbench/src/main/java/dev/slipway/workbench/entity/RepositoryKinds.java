package dev.slipway.workbench.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return paths.stream().anyMatch(path -> new EntityFolder(path).ask(RepositoryKinds::isBelow));
    }

    private static boolean isBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).anyMatch(RepositoryKinds::isSql);
        }
    }

    private static boolean isSql(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return SQL.stream().anyMatch(text::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
