package dev.slipway.workbench.entity;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Micronaut's compiler wrote of classes, as classes of their own. Micronaut passes over those that cannot be
/// loaded: the table of an entity would be missing without a word.
record EntityDescriptions(List<Path> paths, URLClassLoader loader) {
    private static final String SERVICES = "META-INF/micronaut/io.micronaut.core.beans.BeanIntrospectionReference";
    private static final List<String> ENTITY =
            List.of("io.micronaut.data.annotation.MappedEntity", "io/micronaut/data/annotation/MappedEntity");

    EntityDescriptions {
        paths = List.copyOf(paths);
    }

    /// @throws dev.slipway.runner.model.failure.SlipwayException with a usage failure if one of an entity cannot be
    /// loaded
    void check() {
        paths.stream()
                .flatMap(path -> new EntityFolder(path).ask(EntityDescriptions::names).stream())
                .forEach(this::check);
    }

    private static List<String> names(Path folder) throws IOException {
        Path services = folder.resolve(SERVICES);
        if (Files.notExists(services)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(services)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void check(String description) {
        try {
            Class.forName(description, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            if (isOfEntity(description)) {
                throw failure(entity(description), e);
            }
        }
    }

    private boolean isOfEntity(String description) {
        return ClassFiles.bytes(description, loader)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .filter(text -> ENTITY.stream().anyMatch(text::contains))
                .isPresent();
    }

    private RuntimeException failure(String entity, Throwable error) {
        KotlinValueClass.check(entity, ClassFiles.read(entity, loader).stream().toList());
        return CompiledEntities.failure(
                "the description of entity %s, which Micronaut's compiler wrote, cannot be loaded: %s"
                        .formatted(entity, error),
                "compile the entities anew, and name all that they are made of");
    }

    /// `shop.$Team$Introspection` describes `shop.Team`.
    private static String entity(String description) {
        return description.replaceFirst("\\$(.*)\\$Introspection$", "$1");
    }
}
