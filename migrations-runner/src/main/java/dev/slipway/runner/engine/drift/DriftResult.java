package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.UnknownOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schema of a database differs from the proved one.
///
/// @param schema in which scripts create what they do not qualify
/// @param position whose proved schema it was compared with
/// @param ahead the revisions of newer scripts that it has beside them; if there are some, only the last run knew its
/// schema
/// @param objects how many objects that has
/// @param accepted what differs as a run with --accept-drift took it
/// @param notCompared the repeatable scripts whose objects were left out
/// @param varying what is compared by its name alone, since each run of its script defines it otherwise; if asked for
/// @param unknownOptions the storage options that were left out, since nothing is known of them; if asked for
/// @param mend the SQL that makes the database as it was proved, or null if it could not be written
/// @param remarks what one has to know of that SQL, or why there is none
public record DriftResult(
        String database,
        String schema,
        List<Version> position,
        List<Version> ahead,
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
        ahead = List.copyOf(ahead);
        differences = List.copyOf(differences);
        accepted = List.copyOf(accepted);
        notCompared = List.copyOf(notCompared);
        varying = List.copyOf(varying);
        unknownOptions = List.copyOf(unknownOptions);
        remarks = List.copyOf(remarks);
    }

    static DriftResult ahead(String database, String schema, List<Version> position, List<Version> ahead, int objects) {
        return new DriftResult(
                database, schema, position, ahead, objects, List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of());
    }

    DriftResult mendedBy(@Nullable String sql, List<String> said) {
        List<String> all = new ArrayList<>(said);
        all.addAll(remarks);
        return new DriftResult(
                database,
                schema,
                position,
                ahead,
                objects,
                differences,
                accepted,
                notCompared,
                varying,
                unknownOptions,
                sql,
                all);
    }

    DriftResult unmended(String why) {
        return mendedBy(null, List.of(why));
    }

    /// Together with those of other kinds of objects.
    DriftResult with(int more, List<SchemaDifference> further) {
        List<SchemaDifference> all = new ArrayList<>(differences);
        all.addAll(further);
        return new DriftResult(
                database,
                schema,
                position,
                ahead,
                objects + more,
                all,
                accepted,
                notCompared,
                varying,
                unknownOptions,
                mend,
                remarks);
    }
}
