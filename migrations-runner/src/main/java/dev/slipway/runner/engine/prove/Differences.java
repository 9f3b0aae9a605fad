package dev.slipway.runner.engine.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.List;

/// How a schema differs from the one it should be, object by object.
///
/// @param changes from the schema that should be to the one that is
/// @param should what it should be, in words: `before the script`
/// @param is what it is: `after the undo script`
record Differences(List<Change> changes, String should, String is) {
    private static final int SHOWN_IN_SHORT = 3;

    static Differences between(Schema wanted, Schema found, String should, String is) {
        return new Differences(wanted.changesTo(found), should, is);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    List<Finding> findings(String where, String effect, String remedy) {
        return changes.stream()
                .map(change -> new Finding(where, text(change), effect, remedy))
                .toList();
    }

    private String text(Change change) {
        return switch (change) {
            case Change.Added(SchemaObject object) ->
                "%s is there %s, and was not %s\n    %s: %s"
                        .formatted(object.key(), is, should, is, definition(object));
            case Change.Removed(SchemaObject object) ->
                "%s is missing %s\n    %s: %s".formatted(object.key(), is, should, definition(object));
            case Change.Altered(SchemaObject before, SchemaObject after) ->
                "%s is another %s\n    %s: %s\n    %s: %s"
                        .formatted(after.key(), is, should, definition(before), is, definition(after));
        };
    }

    private static String definition(SchemaObject object) {
        return object.definition().strip().replace("\n", "\n      ");
    }

    /// For example `index public.users_email_idx, table public.t and 2 more`.
    String inShort() {
        List<String> keys = changes.stream()
                .limit(SHOWN_IN_SHORT)
                .map(change -> change.key().toString())
                .toList();
        int more = changes.size() - keys.size();
        return String.join(", ", keys) + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
