package dev.slipway.workbench.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.workbench.autogenerate.IgnoredObjects;
import dev.slipway.workbench.entity.CompiledEntities;
import dev.slipway.workbench.entity.EntityTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the scripts are compared with.
final class EntityOptions {
    @Option(
            names = "--entities",
            paramLabel = "PATH",
            split = ",",
            description = "the compiled entities: folders of classes and jars; several with commas")
    @Nullable
    List<Path> named;

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description =
                    "objects without an entity to keep without reporting them: audit,users.old_name; also the legacyColumns of a model.json beside the scripts")
    List<String> keep = List.of();

    /// Whether entities are named.
    ///
    /// @throws SlipwayException with a usage failure if they are named and are not there
    boolean isGiven() {
        if (named == null) {
            return false;
        }
        CompiledEntities.require(named);
        return true;
    }

    /// For people: `--entities target/classes`.
    String where() {
        return "--entities " + paths().stream().map(Path::toString).collect(Collectors.joining(","));
    }

    List<EntityTable> read() {
        return CompiledEntities.read(paths());
    }

    /// Reads them while something else is done, such as the start of a server.
    ///
    /// @return waits for them
    /// @throws SlipwayException with a usage failure if they are not there
    Supplier<List<EntityTable>> reading() {
        List<Path> there = paths();
        CompiledEntities.require(there);
        CompletableFuture<List<EntityTable>> read = CompletableFuture.supplyAsync(() -> CompiledEntities.read(there));
        return () -> {
            try {
                return read.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof SlipwayException failed ? failed : e;
            }
        };
    }

    private List<Path> paths() {
        if (named == null) {
            throw new SlipwayException(
                    new UsageFailure(
                            "no entities are named",
                            "say with --entities, or in SLIPWAY_ENTITIES, where they are compiled to: --entities target/classes"));
        }
        return named;
    }

    IgnoredObjects kept(Model model) {
        Set<String> names = new HashSet<>(keep);
        names.addAll(model.legacyColumns());
        return new IgnoredObjects(names, Set.copyOf(model.legacyColumns()));
    }
}
