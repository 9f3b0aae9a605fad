package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An object that is not in the database as it was proved.
///
/// @param proved its definition, or null if it should not be there
/// @param live its definition, or null if it is missing
public record SchemaDifference(
        ObjectKind kind,
        String name,
        @Nullable String proved,
        @Nullable String live) {
    /// In the order of kinds and names.
    public static List<SchemaDifference> between(Schema proved, Schema live) {
        return of(proved.changesTo(live));
    }

    /// @param changes that lead from what was proved to what is there
    public static List<SchemaDifference> of(Collection<Change> changes) {
        return changes.stream().map(SchemaDifference::of).toList();
    }

    private static SchemaDifference of(Change change) {
        SchemaObject.Key key = change.key();
        return switch (change) {
            case Change.Added(SchemaObject live) ->
                new SchemaDifference(key.kind(), key.name(), null, live.definition());
            case Change.Removed(SchemaObject proved) ->
                new SchemaDifference(key.kind(), key.name(), proved.definition(), null);
            case Change.Altered(SchemaObject proved, SchemaObject live) ->
                new SchemaDifference(key.kind(), key.name(), proved.definition(), live.definition());
        };
    }

    public SchemaObject.Key key() {
        return new SchemaObject.Key(kind, name);
    }

    /// In one line: `index public.users_email_idx is missing`.
    public String summary() {
        String what = proved == null ? "is only in the database" : live == null ? "is missing" : "differs";
        return "%s %s %s".formatted(kind.word(), name, what);
    }

    /// The summary, and below it the proved lines with `-` and those of the database with `+`.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(summary()));
        LineDiff.between(text(proved), text(live)).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> text(@Nullable String definition) {
        return Objects.requireNonNullElse(definition, "").lines().toList();
    }
}
