package dev.slipway.runner.engine.script;

import java.util.List;
import java.util.stream.Collectors;

/// Where the scripts of a project are, and how to read them.
public record ScriptSource(List<Location> locations, Conventions conventions) {
    public ScriptSource {
        locations = List.copyOf(locations);
    }

    /// Scripts that are named and read as Flyway does by default.
    public ScriptSource(List<Location> locations) {
        this(locations, Conventions.DEFAULT);
    }

    /// The same with other locations.
    public ScriptSource in(List<Location> others) {
        return new ScriptSource(others, conventions);
    }

    /// For people.
    public String where() {
        return locations.stream().map(Location::toString).collect(Collectors.joining(", "));
    }
}
