package dev.slipway.runner.engine.script;

import java.util.ArrayList;
import java.util.List;

/// Files that lie among the scripts and are none, so that they are not run.
///
/// @param callbacks what Flyway would run before or after its work
/// @param others what Flyway passes over as well
public record PassedOver(List<String> callbacks, List<String> others) {
    public PassedOver {
        callbacks = List.copyOf(callbacks);
        others = List.copyOf(others);
    }

    /// What is told of them, one line for each kind.
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (!callbacks.isEmpty()) {
            lines.add("callbacks of Flyway are not run: " + String.join(", ", callbacks));
        }
        if (!others.isEmpty()) {
            lines.add("not run, since the name is not that of a script: " + String.join(", ", others));
        }
        return lines;
    }
}
