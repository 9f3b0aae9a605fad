package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.Home;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.Reading;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import picocli.CommandLine.Option;

/// Which scripts.
final class ScriptOptions {
    @Option(
            names = "--locations",
            paramLabel = "LOCATION",
            split = ",",
            defaultValue = "classpath:db/migration",
            description = "where the scripts are: classpath:db/migration, filesystem:/migrations; several with commas")
    List<String> locations = List.of();

    @Option(
            names = "--history-table",
            paramLabel = "NAME",
            defaultValue = "flyway_schema_history",
            description = "the table that remembers what was applied")
    String historyTable = "";

    RevisionGraph graph() {
        return RevisionGraph.of(read());
    }

    ScriptSet read() {
        return ScriptReader.read(locations());
    }

    /// The scripts together with their faults.
    Reading inspect() {
        return ScriptReader.inspect(locations());
    }

    /// Where new scripts go.
    Home home() {
        return Home.of(locations());
    }

    List<Location> locations() {
        return locations.stream().map(Location::parse).toList();
    }
}
