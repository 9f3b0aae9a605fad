package dev.slipway.workbench.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table that an entity, or an association between two, is mapped to.
///
/// @param schema empty for the current one
/// @param origin the entity, for people
/// @param sequences those that columns take values from, as SQL names them
public record EntityTable(
        String schema,
        String name,
        String origin,
        List<Column> columns,
        List<String> primaryKey,
        List<Index> indexes,
        List<Reference> references,
        List<String> sequences) {
    public EntityTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        references = List.copyOf(references);
        sequences = List.copyOf(sequences);
    }

    /// `name`, or `schema.name` outside the current schema.
    public String label() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    /// The same where a schema is the current one, and therefore not named.
    public EntityTable within(String current) {
        return new EntityTable(
                unnamed(schema, current),
                name,
                origin,
                columns,
                primaryKey,
                indexes,
                references.stream()
                        .map(reference -> new Reference(
                                reference.columns(),
                                unnamed(reference.targetSchema(), current),
                                reference.target(),
                                reference.targetColumns()))
                        .toList(),
                sequences.stream()
                        .map(sequence -> sequence.startsWith(current + ".")
                                ? sequence.substring(current.length() + 1)
                                : sequence)
                        .toList());
    }

    private static String unnamed(String schema, String current) {
        return schema.equals(current) ? "" : schema;
    }

    /// The same with other columns.
    public EntityTable having(List<Column> others) {
        return new EntityTable(schema, name, origin, others, primaryKey, indexes, references, sequences);
    }

    /// The same with other foreign keys.
    public EntityTable referring(List<Reference> others) {
        return new EntityTable(schema, name, origin, columns, primaryKey, indexes, others, sequences);
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /// @param definition what follows the name in `create table`, without `references`
    /// @param exact whether somebody wrote the definition, so that what it does not say is not meant
    /// @param anySize whether nothing says how long a text or how precise a number is
    /// @param words the values of an enum that is kept by name; empty for any other column
    /// @param references the foreign key that the definition asks for, as a constraint of the table, or empty
    public record Column(
            String name, String definition, boolean exact, boolean anySize, List<String> words, String references) {
        public Column {
            words = List.copyOf(words);
        }

        /// The same where a check says which values there are.
        public Column withoutWords() {
            return new Column(name, definition, exact, anySize, List.of(), references);
        }
    }

    /// @param name null if the entity does not give it one
    public record Index(@Nullable String name, List<String> columns, boolean unique) {
        public Index {
            columns = List.copyOf(columns);
        }
    }

    /// A foreign key.
    public record Reference(List<String> columns, String targetSchema, String target, List<String> targetColumns) {
        public Reference {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }
}
