package dev.slipway.runner.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelReader;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.script.ScriptSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the service maps to tables.
final class ModelOptions {
    private static final Path NONE = Path.of("none");

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "the description of the model, in the form of shared-model's model.json, or none; else the one"
                            + " the runner carries")
    @Nullable
    Path file;

    Model read() {
        Path described = file;
        if (described == null) {
            return ModelReader.carried();
        }
        return described.equals(NONE) ? Model.NONE : ModelReader.of(described);
    }

    /// The model the runner carries says nothing of the scripts of others.
    Model readFor(ScriptSet scripts) {
        return file == null && !areCarried(scripts) ? Model.NONE : read();
    }

    private static boolean areCarried(ScriptSet scripts) {
        Set<String> paths = scripts.all().map(script -> script.file().path()).collect(Collectors.toSet());
        return ScriptReader.read(List.of(Location.parse(LocationOptions.CARRIED)))
                .all()
                .allMatch(script -> paths.contains(script.file().path()));
    }
}
