package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaDiff;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the SQL that mends nothing but the differences, and tries it on the scratch database: that gets the same
/// drift first, and should be as it was proved afterwards.
///
/// @param scratch a database as it was proved
/// @param unmanaged what is none of ours to mend
record DriftRepair(SchemaDiff writer, Session live, Session scratch, UnmanagedObjects unmanaged, SchemaScope scope) {
    DriftResult mended(DriftResult found) {
        List<SchemaDifference> objects = found.differences().stream()
                .filter(difference -> difference.kind() != ObjectKind.GRANT)
                .toList();
        List<String> remarks = new ArrayList<>();
        if (objects.size() < found.differences().size()) {
            remarks.add("privileges are granted and revoked by hand");
        }
        remarks.addAll(unmanaged.remarks(objects));
        List<SchemaDifference> differences = unmanaged.without(objects);
        if (differences.isEmpty()) {
            return found.mendedBy(null, remarks);
        }
        List<String> mend = statements(live, scratch, differences);
        if (mend.isEmpty()) {
            remarks.add(byHand(differences));
            return found.mendedBy(null, remarks);
        }
        remarks.addAll(RepairLosses.of(mend));
        remarks.addAll(tried(mend, differences));
        return found.mendedBy(String.join("\n\n", mend), remarks);
    }

    /// What the SQL does not mend, in words.
    private List<String> tried(List<String> mend, List<SchemaDifference> differences) {
        List<String> drift = statements(scratch, live, differences);
        Schema drifted;
        try {
            SqlTrials.run(scratch, drift);
            drifted = schema();
        } catch (TrialRefused e) {
            return List.of("the SQL below was not tried, since the same drift cannot be made on a scratch database: "
                    + e.error().message());
        }
        try {
            SqlTrials.run(scratch, mend);
        } catch (TrialRefused e) {
            return List.of("the SQL below fails at `%s`, and needs a hand: %s"
                    .formatted(
                            e.sql().lines().findFirst().orElseThrow(), e.error().message()));
        }
        Schema mended = schema();
        List<SchemaDifference> left = differences.stream()
                .filter(difference -> !Objects.equals(definition(mended, difference), difference.proved())
                        || (!Objects.equals(definition(drifted, difference), difference.live()) && isLeft(difference)))
                .toList();
        return left.isEmpty() ? List.of() : List.of(byHand(left));
    }

    private static String byHand(List<SchemaDifference> differences) {
        return differences.stream()
                .map(difference -> difference.key().toString())
                .collect(Collectors.joining(", ", "to be mended by hand: ", ""));
    }

    /// Whether the SQL says nothing of what could not be made on the scratch database. That of a table is about all of
    /// its columns.
    private boolean isLeft(SchemaDifference difference) {
        return difference.kind() == ObjectKind.TABLE
                || statements(live, scratch, List.of(difference)).isEmpty();
    }

    private static @Nullable String definition(Schema schema, SchemaDifference difference) {
        SchemaObject object = schema.objects().get(difference.key());
        return object == null ? null : object.definition();
    }

    private Schema schema() {
        return DatabaseCall.query("read the schema", () -> SchemaReader.read(scratch, scope));
    }

    private List<String> statements(Session from, Session to, List<SchemaDifference> differences) {
        return DatabaseCall.query("write the SQL that mends", () -> writer.statements(from, to, scope, differences));
    }
}
