package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.proof.ProvedSchemas;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The schema that a database with a certain history has if nobody else changed it.
///
/// @param leftOut objects of repeatable scripts that did not run, or with another text than the proved one
/// @param notCompared the descriptions of those scripts
record ExpectedSchema(Schema schema, Set<SchemaObject.Key> leftOut, List<String> notCompared) {
    /// @param manifest in which all that was applied is proved
    static ExpectedSchema of(RevisionGraph graph, Manifest manifest, History history) {
        Collection<Version> applied = new DatabaseState(graph, history).applied();
        boolean complete = applied.containsAll(graph.order());
        Schema schema = new ProvedSchemas(manifest).at(applied).orElseThrow();
        Set<SchemaObject.Key> leftOut = new HashSet<>();
        List<String> notCompared = new ArrayList<>();
        for (Map.Entry<String, ProvedRepeatable> repeatable :
                manifest.repeatables().entrySet()) {
            List<Change> changes = repeatable.getValue().changes();
            if (complete && ran(repeatable.getValue(), repeatable.getKey(), history)) {
                schema = schema.with(changes);
            } else {
                changes.forEach(change -> leftOut.add(change.key()));
                notCompared.add(repeatable.getKey());
            }
        }
        return new ExpectedSchema(schema, leftOut, notCompared);
    }

    private static boolean ran(ProvedRepeatable proved, String description, History history) {
        return history.lastRun(description)
                .filter(HistoryRow::success)
                .map(HistoryRow::checksum)
                .filter(proved.script().checksums()::contains)
                .isPresent();
    }

    /// How many objects are compared.
    int objects() {
        return compared(schema).objects().size();
    }

    /// What is compared by its name alone.
    List<String> varying() {
        return compared(schema).varying().stream()
                .map(object -> object.key().toString())
                .toList();
    }

    List<SchemaDifference> between(Schema live) {
        return SchemaDifference.between(compared(schema), compared(live));
    }

    private Schema compared(Schema all) {
        return Schema.of(all.objects().values().stream()
                .filter(object -> !leftOut.contains(object.key()))
                .toList());
    }
}
