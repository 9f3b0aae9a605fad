package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a second run of a repeatable script did to what its first run made. Where only words differ, the script makes
/// the same thing, with a moment or a random value in it.
///
/// @param changes of the first run, which tell what varies
/// @param varying the objects that do
/// @param differences what else the second run did
record SecondRunProof(List<Change> changes, List<SchemaObject.Key> varying, SchemaDifferences differences) {
    /// @param first what the first run changed
    /// @param once may lack what another script has dropped since, and is to be there again
    static SecondRunProof of(List<Change> first, Schema once, Schema twice) {
        Schema expected = once.with(first.stream()
                .filter(Change.Added.class::isInstance)
                .filter(change -> !once.objects().containsKey(change.key()))
                .toList());
        Map<SchemaObject.Key, SchemaObject> varying = new TreeMap<>();
        List<Change> rest = new ArrayList<>();
        for (Change change : expected.changesTo(twice)) {
            if (change instanceof Change.Altered(SchemaObject before, SchemaObject after)
                    && DefinitionTokens.differ(before.definition(), after.definition())) {
                varying.put(before.key(), before.varying(after.definition()));
            } else {
                rest.add(change);
            }
        }
        return new SecondRunProof(
                first.stream().map(change -> marked(change, varying)).toList(),
                List.copyOf(varying.keySet()),
                new SchemaDifferences(rest, "after it ran once", "after it ran twice"));
    }

    private static Change marked(Change change, Map<SchemaObject.Key, SchemaObject> varying) {
        return switch (change) {
            case Change.Added(SchemaObject object) -> new Change.Added(varying.getOrDefault(object.key(), object));
            case Change.Altered(SchemaObject before, SchemaObject after) ->
                new Change.Altered(before, varying.getOrDefault(after.key(), after));
            case Change.Removed removed -> removed;
        };
    }
}
