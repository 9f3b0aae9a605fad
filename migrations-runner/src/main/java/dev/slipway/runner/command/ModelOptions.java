package dev.slipway.runner.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the service maps to tables.
public final class ModelOptions {
    private static final Path NONE = Path.of("none");

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "the description of the model, or none; else model.json beside the scripts, if there is one")
    private @Nullable Path file;

    Optional<Model> read(LocationOptions locations) {
        Path described = file;
        if (described == null) {
            return locations.model();
        }
        return Optional.of(described.equals(NONE) ? Model.NONE : ModelReader.of(described));
    }
}
