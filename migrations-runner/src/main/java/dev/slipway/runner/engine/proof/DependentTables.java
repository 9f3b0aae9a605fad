package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tables that no revision knows and that follow another table: an application makes partitions as time goes by, and
/// what a script does to the table happens to them as well.
public final class DependentTables {
    private static final String PARTITION = " partition of ";
    private static final String HEIR = " inherits ";
    private static final Pattern INDEXED = Pattern.compile(" ON (?:ONLY )?(.+?) USING ");

    private final Set<String> tables;

    private DependentTables(Set<String> tables) {
        this.tables = Set.copyOf(tables);
    }

    /// @param known what the revisions make
    public static DependentTables partitions(Schema schema, Collection<SchemaObject.Key> known) {
        return new DependentTables(names(schema, known, PARTITION));
    }

    /// Partitions, and these tables.
    static DependentTables partitionsAnd(Set<String> others, Schema schema, Collection<SchemaObject.Key> known) {
        Set<String> names = names(schema, known, PARTITION);
        names.addAll(others);
        return new DependentTables(names);
    }

    /// Partitions, and the tables that inherit from others.
    static DependentTables all(Schema schema, Collection<SchemaObject.Key> known) {
        Set<String> names = names(schema, known, PARTITION);
        names.addAll(names(schema, known, HEIR));
        return new DependentTables(names);
    }

    private static Set<String> names(Schema schema, Collection<SchemaObject.Key> known, String word) {
        return schema.objects().values().stream()
                .filter(object -> object.key().kind() == ObjectKind.TABLE)
                .filter(object -> object.definition().contains(word))
                .filter(object -> !known.contains(object.key()))
                .map(object -> object.key().name())
                .collect(Collectors.toSet());
    }

    /// Whether an object is one of these tables or belongs to one.
    public boolean have(SchemaObject.Key key, String definition) {
        if (tables.isEmpty()) {
            return false;
        }
        return switch (key.kind()) {
            case TABLE -> tables.contains(key.name());
            case COLUMN, CONSTRAINT, TRIGGER, RULE, POLICY -> belongs(key.name());
            case COMMENT -> belongs(key.name().substring(key.name().indexOf(' ') + 1));
            case INDEX -> {
                Matcher indexed = INDEXED.matcher(definition);
                yield indexed.find() && tables.contains(indexed.group(1));
            }
            // nothing else belongs to a table
            default -> false;
        };
    }

    /// Any point can be the one behind the table, since quoted names have some of their own.
    private boolean belongs(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (tables.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
