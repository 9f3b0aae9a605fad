package dev.slipway.workbench.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.workbench.autogenerate.IgnoredObjects;
import dev.slipway.workbench.entity.CompiledEntities;
import dev.slipway.workbench.entity.EntityTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What the scripts are compared with.
final class EntityOptions {
    private static final String USUAL = "shared-model/target/classes";

    @Option(
            names = "--entities",
            paramLabel = "PATH",
            split = ",",
            defaultValue = USUAL,
            description = "the compiled entities: folders of classes and jars; several with commas")
    List<Path> entities = List.of();

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description =
                    "objects without an entity to ignore: audit,users.old_name; also the legacyColumns of a model.json beside the scripts")
    List<String> keep = List.of();

    /// Whether entities are named, or are where they usually are.
    boolean isGiven() {
        boolean usual = entities.equals(List.of(Path.of(USUAL)));
        return !usual || Files.isDirectory(Path.of(USUAL));
    }

    /// For people: `--entities target/classes`.
    String where() {
        return "--entities " + entities.stream().map(Path::toString).collect(Collectors.joining(","));
    }

    List<EntityTable> read() {
        return CompiledEntities.read(entities);
    }

    IgnoredObjects kept(Model model) {
        Set<String> names = new HashSet<>(keep);
        names.addAll(model.legacyColumns());
        return new IgnoredObjects(names);
    }
}
