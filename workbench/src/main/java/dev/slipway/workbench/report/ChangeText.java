package dev.slipway.workbench.report;

import dev.slipway.runner.model.schema.Change;
import java.util.Collection;
import java.util.List;

/// What a revision changes, a line for each object: `+` if it is new, `-` if it is gone, `~` if it is another.
final class ChangeText {
    private ChangeText() {}

    static List<String> of(Collection<Change> changes) {
        return changes.stream().map(ChangeText::of).toList();
    }

    private static String of(Change change) {
        return switch (change) {
            case Change.Added added -> "+ " + added.key() + definition(added);
            case Change.Removed removed -> "- " + removed.key();
            case Change.Altered altered ->
                "~ %s: %s → %s"
                        .formatted(
                                altered.key(),
                                altered.before().definition(),
                                altered.after().definition());
        };
    }

    /// That of a table is often nothing more than the word.
    private static String definition(Change.Added added) {
        String definition = added.object().definition();
        return definition.equals(added.key().kind().word()) ? "" : ": " + definition;
    }
}
