package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that the entities ask for and the scripts do not give, or the other way round.
public sealed interface ModelDifference
        permits ModelDifference.Surplus,
                ModelDifference.NewTable,
                ModelDifference.NewSequence,
                ModelDifference.NewColumn,
                ModelDifference.Unfilled,
                ModelDifference.NotCounted,
                ModelDifference.OtherType,
                ModelDifference.OtherNull,
                ModelDifference.OtherDefault,
                ModelDifference.NewIndex,
                ModelDifference.NewForeignKey,
                ModelDifference.LostForeignKey,
                ModelDifference.OtherWords,
                ModelDifference.NewLabels,
                ModelDifference.OtherKey,
                ClauseDifference {
    /// The table as it is, or as it is to be if there is none.
    TableDefinition in();

    /// For people: `column users.phone is missing`.
    String text();

    /// What no entity knows. It may serve somebody else, so it stays until somebody says that it is to go.
    sealed interface Surplus extends ModelDifference
            permits ModelDifference.LostTable,
                    ModelDifference.LostColumn,
                    ModelDifference.LostIndex,
                    ModelDifference.LostUnique,
                    LostClause {
        /// As people name it: `audit`, `users.phone`, `users_name_idx`.
        String label();

        /// For people: `table audit`.
        String what();

        @Override
        default String text() {
            return what() + " belongs to no entity";
        }
    }

    /// @param words the values of the enums that its columns keep by name
    record NewTable(TableDefinition in, List<Words> words, List<String> sequences) implements ModelDifference {
        @Override
        public String text() {
            return "table %s is missing".formatted(in.label());
        }
    }

    record LostTable(TableDefinition in) implements Surplus {
        @Override
        public String label() {
            return in.label();
        }

        @Override
        public String what() {
            return "table " + label();
        }
    }

    /// A sequence that an entity takes the values of a column from.
    record NewSequence(TableDefinition in, String column, String sequence) implements ModelDifference {
        @Override
        public String text() {
            return "sequence %s of column %s.%s is missing".formatted(sequence, in.label(), column);
        }
    }

    record NewColumn(TableDefinition in, TableDefinition.Column column) implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s is missing".formatted(in.label(), column.name());
        }
    }

    record LostColumn(TableDefinition in, TableDefinition.Column column) implements Surplus {
        @Override
        public String label() {
            return "%s.%s".formatted(in.label(), column.name());
        }

        @Override
        public String what() {
            return "column " + label();
        }
    }

    /// A column that no entity knows, and that no row can be written without.
    record Unfilled(TableDefinition in, TableDefinition.Column column) implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s takes no nulls, and no entity fills it".formatted(in.label(), column.name());
        }
    }

    record NotCounted(TableDefinition in, TableDefinition.Column column) implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s is not counted up, and the model relies on it".formatted(in.label(), column.name());
        }
    }

    record OtherType(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s is %s, and the model wants %s"
                    .formatted(in.label(), now.name(), TypeText.of(now.type()), TypeText.of(wanted.type()));
        }
    }

    /// @param wanted as the model has it, with the default that it gives or that stands already
    record OtherNull(TableDefinition in, TableDefinition.Column wanted) implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s %s"
                    .formatted(
                            in.label(),
                            wanted.name(),
                            wanted.notNull()
                                    ? "takes nulls, and the model does not"
                                    : "takes no nulls, and the model does");
        }
    }

    /// @param wanted null if there is to be no default
    record OtherDefault(
            TableDefinition in,
            TableDefinition.Column now,
            @Nullable String wanted) implements ModelDifference {
        @Override
        public String text() {
            return "the default of column %s.%s is %s, and the model wants %s"
                    .formatted(in.label(), now.name(), said(now.defaultValue()), said(wanted));
        }

        private static String said(@Nullable String value) {
            return value == null ? "none" : TypeText.ofDefault(value);
        }
    }

    /// @param name null to make one up
    record NewIndex(
            TableDefinition in,
            List<String> columns,
            boolean unique,
            @Nullable String name) implements ModelDifference {
        @Override
        public String text() {
            return "%sindex on %s (%s) is missing"
                    .formatted(unique ? "unique " : "", in.label(), String.join(", ", columns));
        }
    }

    record LostIndex(TableDefinition in, TableDefinition.Index index) implements Surplus {
        @Override
        public String label() {
            return in.beside(index.name());
        }

        @Override
        public String what() {
            return "index %s on %s".formatted(index.name(), in.label());
        }
    }

    record LostUnique(TableDefinition in, TableDefinition.Key key) implements Surplus {
        @Override
        public String label() {
            return in.beside(key.name());
        }

        @Override
        public String what() {
            return "%s %s of %s".formatted(key.primary() ? "primary key" : "unique constraint", key.name(), in.label());
        }
    }

    record NewForeignKey(TableDefinition in, TableDefinition.ForeignKey key) implements ModelDifference {
        @Override
        public String text() {
            return "foreign key from %s (%s) to %s is missing"
                    .formatted(in.label(), String.join(", ", key.columns()), key.target());
        }
    }

    record LostForeignKey(TableDefinition in, TableDefinition.ForeignKey key) implements ModelDifference {
        @Override
        public String text() {
            return "foreign key %s leads from %s to %s, and the model leads elsewhere"
                    .formatted(key.name(), in.label(), key.target());
        }
    }

    /// The values that a check lets into a column.
    ///
    /// @param now the check there is, or null if there is none
    record OtherWords(TableDefinition in, TableDefinition.@Nullable Check now, Words wanted)
            implements ModelDifference {
        @Override
        public String text() {
            return "column %s.%s is %s %s"
                    .formatted(
                            in.label(),
                            wanted.column(),
                            now == null ? "not limited to" : "limited to other values than",
                            String.join(", ", wanted.values()));
        }
    }

    record NewLabels(TableDefinition in, TableDefinition.Column column, List<String> labels)
            implements ModelDifference {
        @Override
        public String text() {
            return "type %s of column %s.%s lacks %s"
                    .formatted(column.type(), in.label(), column.name(), String.join(", ", labels));
        }
    }

    /// @param unfilled columns of the key there is that no entity fills
    record OtherKey(TableDefinition in, List<String> now, List<String> wanted, List<TableDefinition.Column> unfilled)
            implements ModelDifference {
        @Override
        public String text() {
            return "the primary key of %s is (%s), and the model wants (%s)"
                    .formatted(in.label(), String.join(", ", now), String.join(", ", wanted));
        }
    }

    /// The values of an enum that is kept by name.
    record Words(String column, List<String> values) {
        public Words {
            values = List.copyOf(values);
        }
    }
}
