package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.script.ScriptNote;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check found.
///
/// @param revisions how many there are
/// @param heads none if the revisions form no graph
/// @param database null if none was compared
/// @param flyway what Flyway itself says, or null if it was not asked
/// @param notes what is no fault of a script, and yet worth knowing
public record CheckResult(
        int revisions,
        List<Version> heads,
        @Nullable Compared database,
        @Nullable Flyway flyway,
        List<Finding> findings,
        List<ScriptNote> notes) {
    /// A database that was compared with the scripts.
    ///
    /// @param ahead the revisions of newer scripts that it has beside these, if they only expand the schema
    /// @param impacts what the next upgrade is going to do to large tables
    public record Compared(String name, List<Version> position, List<Version> ahead, List<Impact> impacts) {
        public Compared {
            position = List.copyOf(position);
            ahead = List.copyOf(ahead);
            impacts = List.copyOf(impacts);
        }
    }

    /// What Flyway says of the same scripts on the same database.
    public record Flyway(String version, List<Finding> findings) {
        public Flyway {
            findings = List.copyOf(findings);
        }
    }

    public CheckResult {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// The same, and what Flyway says.
    CheckResult with(Flyway said) {
        return new CheckResult(revisions, heads, database, said, findings, notes).with(said.findings());
    }

    /// The same, and what was found elsewhere.
    public CheckResult with(List<Finding> more) {
        return new CheckResult(
                revisions,
                heads,
                database,
                flyway,
                Stream.concat(findings.stream(), more.stream()).toList(),
                notes);
    }
}
