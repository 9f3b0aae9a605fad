package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Difference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema of a database differs from the proved one.
///
/// @param position whose proved schema it was compared with
/// @param objects how many objects that has
/// @param notCompared the repeatable scripts whose objects were left out
/// @param mend the SQL that makes the database as it was proved, or null if it could not be written
/// @param withoutMend why it could not, or null
public record DriftResult(
        String database,
        List<Version> position,
        int objects,
        List<Difference> differences,
        List<String> notCompared,
        @Nullable String mend,
        @Nullable String withoutMend) {
    public DriftResult {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
        notCompared = List.copyOf(notCompared);
    }

    DriftResult mendedBy(String sql) {
        return new DriftResult(database, position, objects, differences, notCompared, sql, null);
    }

    DriftResult unmended(String why) {
        return new DriftResult(database, position, objects, differences, notCompared, null, why);
    }

    /// Together with those of other kinds of objects.
    DriftResult with(int more, List<Difference> further) {
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(further);
        return new DriftResult(database, position, objects + more, all, notCompared, mend, withoutMend);
    }
}
