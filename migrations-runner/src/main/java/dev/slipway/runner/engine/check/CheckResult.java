package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check found.
///
/// @param revisions how many there are
/// @param heads none if the revisions form no graph
/// @param database null if none was compared
public record CheckResult(
        int revisions, List<Version> heads, @Nullable Compared database, List<Finding> findings) {
    /// A database that was compared with the scripts.
    public record Compared(String name, List<Version> position) {
        public Compared {
            position = List.copyOf(position);
        }
    }

    public CheckResult {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
    }

    /// The same, and what was found elsewhere.
    public CheckResult with(List<Finding> more) {
        return new CheckResult(
                revisions,
                heads,
                database,
                Stream.concat(findings.stream(), more.stream()).toList());
    }
}
