package dev.slipway.workbench.entity;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.annotation.MappedEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads what Micronaut Data's compiler wrote of classes with `@MappedEntity` or `@Entity`; no class of the module is
/// run for it.
public final class CompiledEntities {
    private static final int LONGEST = 63;
    private static final String NAME_THEM =
            "name the folder of the compiled classes, built with Micronaut Data's annotation processor";

    private CompiledEntities() {}

    /// The tables of all entities in folders of classes and jars, in the order of their names.
    ///
    /// @throws SlipwayException with a usage failure if there is none, or one is at fault
    public static List<EntityTable> read(List<Path> paths) {
        require(paths);
        try (URLClassLoader loader = new URLClassLoader(urls(paths), CompiledEntities.class.getClassLoader())) {
            new EntityDescriptions(paths, loader).check();
            List<BeanIntrospection<Object>> mapped = mapped(loader);
            if (mapped.isEmpty()) {
                throw failure("%s: there is no entity".formatted(option(paths)), NAME_THEM);
            }
            return tables(new Entities(loader, new FieldAccess(new RepositoryKinds(paths)::haveSql)), mapped);
        } catch (LinkageError e) {
            throw unloadable(paths, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Requires that there is something at each of the paths: whoever names one more expects it to be compared.
    ///
    /// @throws SlipwayException with a usage failure
    public static void require(List<Path> paths) {
        for (Path path : paths) {
            if (path.toString().isBlank()) {
                throw failure("%s: a path is empty".formatted(option(paths)), NAME_THEM);
            }
            if (Files.notExists(path)) {
                throw failure(
                        "%s: no such folder or jar: %s".formatted(option(paths), path),
                        "compile the entities, or say with --entities where they are");
            }
            if (Files.isDirectory(path) && !hasClasses(path)) {
                throw failure("%s: there is no compiled class in %s".formatted(option(paths), path), NAME_THEM);
            }
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BeanIntrospection<Object>> mapped(URLClassLoader loader) {
        try {
            return BeanIntrospector.forClassLoader(loader)
                    .findIntrospections(reference -> reference.isPresent()
                            && reference.getAnnotationMetadata().hasStereotype(MappedEntity.class))
                    .stream()
                    .filter(introspection -> introspection.hasStereotype(MappedEntity.class)
                            && isAmong(loader, introspection.getBeanType()))
                    .toList();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof LinkageError cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static SlipwayException unloadable(List<Path> paths, LinkageError error) {
        return new SlipwayException(
                new UsageFailure(
                        "%s: a class cannot be loaded: %s".formatted(option(paths), error),
                        "compile the entities anew, and name all that they are made of"),
                error);
    }

    /// Entities may be on the class path of the program as well.
    private static boolean isAmong(URLClassLoader loader, Class<?> type) {
        return loader.findResource(type.getName().replace('.', '/') + ".class") != null;
    }

    private static List<EntityTable> tables(Entities entities, List<BeanIntrospection<Object>> mapped) {
        List<EntityTable> tables = new ArrayList<>();
        mapped.stream()
                .map(introspection -> entities.of(introspection.getBeanType()))
                .forEach(entity -> {
                    tables.add(new MappedTable(entity, entities).table());
                    new JoinTables(entity, entities)
                            .tables().stream()
                                    .filter(join -> tables.stream()
                                            .noneMatch(table -> table.name().equals(join.name())))
                                    .forEach(tables::add);
                });
        tables.forEach(CompiledEntities::checkNames);
        List<EntityTable> merged = SharedTables.merged(tables);
        merged.sort(Comparator.comparing(EntityTable::schema).thenComparing(EntityTable::name));
        return merged;
    }

    private static void checkNames(EntityTable table) {
        Stream<String> names = Stream.of(
                        Stream.of(table.name()),
                        table.columns().stream().map(EntityTable.Column::name),
                        table.indexes().stream().map(index -> Objects.requireNonNullElse(index.name(), "")))
                .flatMap(each -> each);
        names.filter(name -> name.getBytes(StandardCharsets.UTF_8).length > LONGEST)
                .findFirst()
                .ifPresent(name -> {
                    throw failure(
                            "%s asks for the name \"%s\", which is too long".formatted(table.origin(), name),
                            "PostgreSQL keeps %d bytes of a name: give it a shorter one".formatted(LONGEST));
                });
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }

    private static String option(List<Path> paths) {
        return "--entities "
                + String.join(",", paths.stream().map(Path::toString).toList());
    }

    static SlipwayException failure(String message, String help) {
        return new SlipwayException(new UsageFailure(message, help));
    }
}
