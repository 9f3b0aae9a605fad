package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelReader;
import dev.slipway.runner.engine.proof.AcceptedChecksums;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.script.Conventions;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.engine.script.ScriptSource;
import dev.slipway.runner.engine.script.ScriptsMissing;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.ScriptSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the scripts are.
final class LocationOptions {
    private static final String DEFAULT = "migrations";

    @Option(
            names = "--locations",
            paramLabel = "LOCATION",
            split = ",",
            defaultValue = DEFAULT,
            description =
                    "where the scripts are: a folder, filesystem:/migrations, classpath:db/migration; several with commas")
    List<String> locations = List.of();

    private @Nullable ManifestFile manifest;

    RevisionGraph graph(Context context) {
        return graph(inspect(context).valid());
    }

    /// @param scripts with or without faults
    RevisionGraph graph(ScriptSet scripts) {
        return RevisionGraph.of(scripts, new AcceptedChecksums(manifest()));
    }

    /// What was proved of the scripts.
    ManifestFile manifest() {
        if (manifest == null) {
            manifest = new ManifestFile(parsed());
        }
        return manifest;
    }

    /// The scripts together with their faults. What lies among them and is not run is told.
    LoadedScripts inspect(Context context) {
        requireDefault();
        LoadedScripts reading = ScriptReader.inspect(source(context));
        warnOfMissing(context);
        reading.passedOver().warnings().forEach(context.warning());
        return reading;
    }

    /// Whoever names no location may be in the wrong folder.
    private void requireDefault() {
        Path folder = Path.of(DEFAULT);
        if (locations.equals(List.of(DEFAULT)) && Files.notExists(folder)) {
            throw new SlipwayException(new ScriptsMissing(folder));
        }
    }

    private void warnOfMissing(Context context) {
        List<String> missing = context.flyway().missingLocations();
        boolean flyways = context.flyway().option("--locations").equals(Optional.of(String.join(",", locations)));
        if (flyways && !missing.isEmpty()) {
            context.warning().accept("locations that do not exist are passed over: " + String.join(", ", missing));
        }
    }

    /// What the service maps to tables, if it is described beside the scripts.
    Optional<Model> model() {
        return ModelReader.beside(parsed());
    }

    /// Where new scripts go.
    RevisionFolder home(Context context) {
        return RevisionFolder.of(source(context));
    }

    /// How the scripts are named and read.
    Conventions conventions(Context context) {
        return new ConventionSettings(context.flyway()).conventions();
    }

    private ScriptSource source(Context context) {
        return new ScriptSource(parsed(), conventions(context));
    }

    private List<Location> parsed() {
        return locations.stream().map(Location::parse).toList();
    }
}
