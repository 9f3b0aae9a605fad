package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.manifest.Rewordings;
import dev.slipway.runner.engine.revision.Home;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.Reading;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.script.ScriptSet;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the scripts are.
final class LocationOptions {
    static final String CARRIED = "classpath:db/migration";

    @Option(
            names = "--locations",
            paramLabel = "LOCATION",
            split = ",",
            defaultValue = CARRIED,
            description = "where the scripts are: classpath:db/migration, filesystem:/migrations; several with commas")
    List<String> locations = List.of();

    private @Nullable ManifestFile manifest;

    RevisionGraph graph() {
        return RevisionGraph.of(read(), new Rewordings(manifest()));
    }

    /// What was proved of the scripts.
    ManifestFile manifest() {
        if (manifest == null) {
            manifest = new ManifestFile(parsed());
        }
        return manifest;
    }

    ScriptSet read() {
        return ScriptReader.read(parsed());
    }

    /// The scripts together with their faults.
    Reading inspect() {
        return ScriptReader.inspect(parsed());
    }

    /// Where new scripts go.
    Home home() {
        return Home.of(parsed());
    }

    /// The folder for new scripts, whatever is in it.
    Path folder() {
        return Home.folder(parsed());
    }

    private List<Location> parsed() {
        return locations.stream().map(Location::parse).toList();
    }
}
