package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;

/// How a schema differs from the one it should be, object by object.
///
/// @param changes from the schema that should be to the one that is
/// @param should what it should be, in words: `before the script`
/// @param is what it is: `after the undo script`
record SchemaDifferences(List<Change> changes, String should, String is) {
    private static final int SHOWN_IN_SHORT = 3;

    static SchemaDifferences between(Schema wanted, Schema found, String should, String is) {
        return new SchemaDifferences(wanted.changesTo(found), should, is);
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
        String what = switch (change) {
            case Change.Added added -> "is there %s, and was not %s".formatted(is, should);
            case Change.Removed removed -> "is missing %s".formatted(is);
            case Change.Altered altered -> "is another %s (- %s, + %s)".formatted(is, should, is);
        };
        List<String> lines = SchemaDifference.of(List.of(change)).getFirst().lines();
        return "%s %s\n  %s".formatted(change.key(), what, String.join("\n  ", lines.subList(1, lines.size())));
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
