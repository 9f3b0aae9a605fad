package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.UnknownOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema of a database differs from the proved one.
///
/// @param position whose proved schema it was compared with
/// @param objects how many objects that has
/// @param accepted what differs as a run with --accept-drift took it
/// @param notCompared the repeatable scripts whose objects were left out
/// @param varying what is compared by its name alone, since each run of its script defines it otherwise; if asked for
/// @param unknownOptions the storage options that were left out, since nothing is known of them; if asked for
/// @param mend the SQL that makes the database as it was proved, or null if it could not be written
/// @param remarks what one has to know of that SQL, or why there is none
public record DriftResult(
        String database,
        List<Version> position,
        int objects,
        List<SchemaDifference> differences,
        List<SchemaDifference> accepted,
        List<String> notCompared,
        List<String> varying,
        List<UnknownOption> unknownOptions,
        @Nullable String mend,
        List<String> remarks) {
    public DriftResult {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
        accepted = List.copyOf(accepted);
        notCompared = List.copyOf(notCompared);
        varying = List.copyOf(varying);
        unknownOptions = List.copyOf(unknownOptions);
        remarks = List.copyOf(remarks);
    }

    DriftResult mendedBy(@Nullable String sql, List<String> said) {
        return new DriftResult(
                database, position, objects, differences, accepted, notCompared, varying, unknownOptions, sql, said);
    }

    DriftResult unmended(String why) {
        return mendedBy(null, List.of(why));
    }

    /// Together with those of other kinds of objects.
    DriftResult with(int more, List<SchemaDifference> further) {
        List<SchemaDifference> all = new ArrayList<>(differences);
        all.addAll(further);
        return new DriftResult(
                database, position, objects + more, all, accepted, notCompared, varying, unknownOptions, mend, remarks);
    }
}
