package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema of a database differs from the proved one.
///
/// @param position whose proved schema it was compared with
/// @param objects how many objects that has
/// @param notCompared the repeatable scripts whose objects were left out
/// @param mend the SQL that makes the database as it was proved, or null if nobody could write it
public record DriftResult(
        String database,
        List<Version> position,
        int objects,
        List<Difference> differences,
        List<String> notCompared,
        @Nullable String mend) {
    public DriftResult {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
        notCompared = List.copyOf(notCompared);
    }

    public DriftResult mendedBy(String sql) {
        return new DriftResult(database, position, objects, differences, notCompared, sql);
    }
}
