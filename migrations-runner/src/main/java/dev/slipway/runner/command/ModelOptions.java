package dev.slipway.runner.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the service maps to tables.
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "the description of the model, in the form of shared-model's model.json; else the one the runner carries")
    @Nullable
    Path file;

    Model read() {
        Path described = file;
        return described == null ? ModelReader.carried() : ModelReader.of(described);
    }
}
