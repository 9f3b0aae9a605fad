package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was proved of one script, in short.
///
/// @param script its path in the location
/// @param irreversible why it cannot be taken back, or null if it can, or if it is repeatable
/// @param hazards those that the script allows included
/// @param taken whether it is taken as it is
/// @param milliseconds how long the proof took
public record ProofLine(
        String label,
        String description,
        String script,
        Changed changed,
        @Nullable String irreversible,
        List<HazardFound> hazards,
        boolean taken,
        long milliseconds) {
    /// How many objects of the schema a script changes.
    public record Changed(int added, int altered, int removed) {
        static Changed by(List<Change> changes) {
            int added = 0;
            int altered = 0;
            int removed = 0;
            for (Change change : changes) {
                switch (change) {
                    case Change.Added one -> added++;
                    case Change.Altered one -> altered++;
                    case Change.Removed one -> removed++;
                }
            }
            return new Changed(added, altered, removed);
        }

        private String text() {
            List<String> parts = new ArrayList<>();
            add(parts, "adds", added);
            add(parts, "alters", altered);
            add(parts, "removes", removed);
            return parts.isEmpty() ? "leaves the schema as it is" : String.join(", ", parts);
        }

        private static void add(List<String> parts, String does, int count) {
            if (count > 0) {
                parts.add(
                        parts.isEmpty()
                                ? "%s %s".formatted(does, Plural.of(count, "object"))
                                : "%s %d".formatted(does, count));
            }
        }
    }

    public ProofLine {
        hazards = List.copyOf(hazards);
    }

    static ProofLine of(Script.Revision script, ProvedRevision proved, Duration took) {
        return new ProofLine(
                script.label(),
                script.description(),
                script.file().path(),
                Changed.by(proved.changes()),
                proved.irreversible(),
                proved.hazards(),
                proved.taken(),
                took.toMillis());
    }

    static ProofLine of(Script.Baseline script, Schema made, Duration took) {
        return new ProofLine(
                script.label(),
                script.description(),
                script.file().path(),
                new Changed(made.objects().size(), 0, 0),
                null,
                List.of(),
                false,
                took.toMillis());
    }

    static ProofLine of(Script.Repeatable script, ProvedRepeatable proved, Duration took) {
        return new ProofLine(
                script.label(),
                script.description(),
                script.file().path(),
                Changed.by(proved.changes()),
                null,
                proved.hazards(),
                false,
                took.toMillis());
    }

    /// For example `adds 3 objects, alters 1; irreversible: there is no undo script; 2 hazards`.
    public String summary() {
        return taken
                ? changed.text() + "; taken as it is"
                : changed.text()
                        + (irreversible == null ? "" : "; irreversible: " + irreversible)
                        + hazards(false, "hazard")
                        + hazards(true, "allowed hazard");
    }

    private String hazards(boolean allowed, String what) {
        int number = (int) hazards.stream()
                .filter(found -> (found.allowed() != null) == allowed)
                .count();
        return number == 0 ? "" : "; " + Plural.of(number, what);
    }
}
