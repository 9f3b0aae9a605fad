package dev.slipway.workbench.baseline;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script does that was written from a database.
///
/// @param script where it was written
/// @param stands whether it stands for scripts that are there, rather than being the first
/// @param objects how many the schema has
/// @param refused what PostgreSQL says of it, or null if it runs
/// @param differences how what it makes is not as in the database
public record BaselineResult(
        String database,
        String script,
        Version version,
        boolean stands,
        int objects,
        @Nullable String refused,
        List<SchemaDifference> differences) {
    public BaselineResult {
        differences = List.copyOf(differences);
    }

    /// Whether a database that is made by the script has the same schema.
    public boolean isEqual() {
        return refused == null && differences.isEmpty();
    }
}
