package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.ScriptNote;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check found.
///
/// @param revisions how many there are
/// @param heads none if the revisions form no graph
/// @param database null if none was compared
/// @param notes what is no fault of a script, and yet worth knowing
public record CheckResult(
        int revisions,
        List<Version> heads,
        @Nullable Compared database,
        List<Finding> findings,
        List<ScriptNote> notes) {
    /// A database that was compared with the scripts.
    public record Compared(String name, List<Version> position) {
        public Compared {
            position = List.copyOf(position);
        }
    }

    public CheckResult {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// The same, and what was found elsewhere.
    public CheckResult with(List<Finding> more) {
        return new CheckResult(
                revisions,
                heads,
                database,
                Stream.concat(findings.stream(), more.stream()).toList(),
                notes);
    }
}
