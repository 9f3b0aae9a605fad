package dev.slipway.workbench.report;

import dev.slipway.runner.engine.drift.DriftResult;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema of a database differs from the proved one, or why that is not known.
///
/// @param mend the SQL that makes the database as it was proved, or null if there is none
/// @param unknown why nothing was compared, or null if it was
public record ReportedDrift(
        List<SchemaDifference> differences,
        @Nullable String mend,
        @Nullable String unknown) {
    public ReportedDrift {
        differences = List.copyOf(differences);
    }

    public static ReportedDrift of(DriftResult result) {
        return new ReportedDrift(result.differences(), result.mend(), null);
    }

    public static ReportedDrift unknown(String reason) {
        return new ReportedDrift(List.of(), null, reason);
    }

    /// In a few words: `none`, `2 objects are not as proved`.
    public String summary() {
        if (unknown != null) {
            return "not compared: " + unknown;
        }
        int count = differences.size();
        return count == 0
                ? "none"
                : "%s not as proved".formatted(Plural.of(count, "object") + Plural.word(count, " is", " are"));
    }
}
