package dev.slipway.workbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of a database.
///
/// @param schema empty for the current one
/// @param partitioned whether its rows are in other tables
/// @param keys the primary key and the unique constraints
/// @param indexes those that belong to no constraint
public record TableDefinition(
        String schema,
        String name,
        boolean partitioned,
        List<Column> columns,
        List<Key> keys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes) {
    public TableDefinition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /// @param type in the words of PostgreSQL's `format_type`
    /// @param plainType the same without the domain that limits it
    /// @param defaultValue null if it has none
    /// @param counted `always` or `by default` if it is an identity, else empty
    /// @param expression what it is computed from, and how: `(lower(name)) stored`; empty if it is not computed
    /// @param collation empty for that of its type
    /// @param labels those of its enum type; empty for any other
    public record Column(
            String name,
            String type,
            String plainType,
            boolean notNull,
            @Nullable String defaultValue,
            String counted,
            String expression,
            String collation,
            List<String> labels) {
        public Column {
            labels = List.copyOf(labels);
        }

        /// The same for rows that have nothing in it yet.
        public Column bare() {
            return new Column(name, type, plainType, false, null, counted, "", collation, labels);
        }

        /// The same with another collation.
        public Column collated(String other) {
            return new Column(name, type, plainType, notNull, defaultValue, counted, expression, other, labels);
        }

        /// Whether the database counts it up.
        public boolean identity() {
            return !counted.isEmpty();
        }

        /// Whether it is computed from others.
        public boolean generated() {
            return !expression.isEmpty();
        }

        /// Whether inserts may leave it out.
        public boolean isFilled() {
            return !notNull || defaultValue != null || identity() || generated();
        }
    }

    /// A primary key or unique constraint.
    ///
    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    public record Key(String name, List<String> columns, boolean primary, String definition) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    public record ForeignKey(
            String name,
            List<String> columns,
            String targetSchema,
            String target,
            List<String> targetColumns,
            String definition) {
        private static final String NAME = "(?:\"[^\"]*\"|[^\"()])*";
        private static final Pattern OPTIONS = Pattern.compile(
                "FOREIGN KEY \\(%s\\) REFERENCES %s\\(%s\\)(.*?)(?: NOT VALID)?".formatted(NAME, NAME, NAME));
        private static final Pattern KEYWORD = Pattern.compile("\\b[A-Z]+\\b(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        /// What follows the columns it leads to, such as ` on delete cascade`.
        public String options() {
            Matcher matcher = OPTIONS.matcher(definition);
            return matcher.matches()
                    ? KEYWORD.matcher(matcher.group(1))
                            .replaceAll(word -> word.group().toLowerCase(Locale.ROOT))
                    : "";
        }
    }

    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    /// @param pretty the same as people read it
    public record Check(String name, List<String> columns, String definition, String pretty) {
        private static final String NOT_VALID = " NOT VALID$";
        private static final Pattern CAST_TO_TEXT =
                Pattern.compile("::(?:character varying|text)(?:\\[\\])?(?![\\w(])");
        private static final Pattern ALONE =
                Pattern.compile("(?<!\\w)\\(('" + QuotedText.INSIDE + "'|\\w+|ARRAY\\[[^\\[\\]]*\\])\\)");

        public Check {
            columns = List.copyOf(columns);
        }

        /// Whether both let the same rows in.
        public boolean says(Check other) {
            return plain(definition).equals(plain(other.definition));
        }

        /// PostgreSQL says `(ARRAY['x'::character varying])::text[]` of what was written as a list, and
        /// `ARRAY[('x'::character varying)::text]` when it has read that again.
        private static String plain(String definition) {
            String uncast =
                    CAST_TO_TEXT.matcher(definition.replaceFirst(NOT_VALID, "")).replaceAll("");
            String within = ALONE.matcher(uncast).replaceAll("$1");
            return ALONE.matcher(within).replaceAll("$1");
        }

        /// As a part of a table: `check (x > 0)`.
        public String text() {
            return pretty.replaceFirst("^CHECK", "check")
                    .replaceFirst(NOT_VALID, "")
                    .replaceFirst(" NO INHERIT$", " no inherit");
        }
    }

    /// @param columns empty if it stands on expressions
    /// @param plain whether it is a B-tree on columns alone, with nothing special about it
    public record Index(String name, List<String> columns, boolean unique, boolean plain) {
        public Index {
            columns = List.copyOf(columns);
        }
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    public Optional<Key> primaryKey() {
        return keys.stream().filter(Key::primary).findFirst();
    }

    /// Whether the values of these columns, in any order, are unique.
    public boolean isUnique(List<String> some) {
        return Stream.concat(
                        keys.stream().map(Key::columns),
                        indexes.stream()
                                .filter(index -> index.unique() && index.plain())
                                .map(Index::columns))
                .anyMatch(each -> each.size() == some.size() && each.containsAll(some));
    }

    /// Whether rows can be found by these columns in this order.
    public boolean isIndexed(List<String> some) {
        List<List<String>> indexed = new ArrayList<>();
        keys.forEach(key -> indexed.add(key.columns()));
        indexes.stream().filter(Index::plain).forEach(index -> indexed.add(index.columns()));
        return indexed.stream()
                .anyMatch(each -> each.size() >= some.size()
                        && each.subList(0, some.size()).equals(some));
    }

    /// `name`, or `schema.name` outside the current schema.
    public String label() {
        return beside(name);
    }

    /// What has this name in the schema of the table.
    public String beside(String other) {
        return schema.isEmpty() ? other : schema + "." + other;
    }
}
