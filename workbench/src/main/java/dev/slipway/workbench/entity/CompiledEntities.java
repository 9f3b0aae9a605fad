package dev.slipway.workbench.entity;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.table.EntityReader;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.annotation.MappedEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Reads what Micronaut Data's compiler wrote of classes with `@MappedEntity` or `@Entity`; no class of the module is
/// run for it.
public final class CompiledEntities implements EntityReader {
    @Override
    public List<EntityTable> read(List<Path> paths) {
        try (URLClassLoader loader = new URLClassLoader(urls(paths), CompiledEntities.class.getClassLoader())) {
            Collection<BeanIntrospection<Object>> found = BeanIntrospector.forClassLoader(loader)
                    .findIntrospections(reference -> reference.isPresent()
                            && reference.getAnnotationMetadata().hasStereotype(MappedEntity.class));
            List<BeanIntrospection<Object>> mapped = found.stream()
                    .filter(introspection -> introspection.hasStereotype(MappedEntity.class)
                            && isAmong(loader, introspection.getBeanType()))
                    .toList();
            if (mapped.isEmpty()) {
                throw failure(
                        "%s: there is no entity".formatted(option(paths)),
                        "name the folder of the compiled classes, built with Micronaut Data's annotation processor");
            }
            return tables(new Entities(loader), mapped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    tables.add(new MappedTable(entity).table());
                    new JoinTables(entity)
                            .tables().stream()
                                    .filter(join -> tables.stream()
                                            .noneMatch(table -> table.name().equals(join.name())))
                                    .forEach(tables::add);
                });
        tables.sort(Comparator.comparing(EntityTable::schema).thenComparing(EntityTable::name));
        return tables;
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            if (Files.notExists(paths.get(i))) {
                throw failure(
                        "%s: there is no %s".formatted(option(paths), paths.get(i)), "compile the entities first");
            }
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
