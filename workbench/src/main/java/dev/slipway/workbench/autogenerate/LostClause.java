package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.Objects;

/// What a column has, and no definition speaks of.
sealed interface LostClause extends ModelDifference.Surplus {
    record LostDefault(TableDefinition in, TableDefinition.Column column) implements LostClause {
        @Override
        public String label() {
            return columnLabel() + ".default";
        }

        /// As people name the column: `users.logins`.
        String columnLabel() {
            return "%s.%s".formatted(in.label(), column.name());
        }

        @Override
        public String what() {
            return "default %s of column %s"
                    .formatted(TypeText.ofDefault(Objects.toString(column.defaultValue())), columnLabel());
        }
    }

    record LostCounting(TableDefinition in, TableDefinition.Column column) implements LostClause {
        @Override
        public String label() {
            return "%s.%s.identity".formatted(in.label(), column.name());
        }

        @Override
        public String what() {
            return "identity of column %s.%s".formatted(in.label(), column.name());
        }
    }

    record LostCollation(TableDefinition in, TableDefinition.Column column) implements LostClause {
        @Override
        public String label() {
            return "%s.%s.collation".formatted(in.label(), column.name());
        }

        @Override
        public String what() {
            return "collation of column %s.%s".formatted(in.label(), column.name());
        }
    }

    /// A column that is computed, and that the model takes for a plain one.
    record LostExpression(TableDefinition in, TableDefinition.Column column) implements LostClause {
        @Override
        public String label() {
            return "%s.%s.expression".formatted(in.label(), column.name());
        }

        @Override
        public String what() {
            return "expression of column %s.%s".formatted(in.label(), column.name());
        }
    }

    /// A plain column that the model wants to be computed: what is in it would be lost.
    record Uncomputed(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements LostClause {
        @Override
        public String label() {
            return "%s.%s".formatted(in.label(), now.name());
        }

        @Override
        public String what() {
            return "column " + label();
        }

        @Override
        public String text() {
            return "%s holds values, and the model wants them computed".formatted(what());
        }
    }

    record LostCheck(TableDefinition in, TableDefinition.Check check) implements LostClause {
        @Override
        public String label() {
            return in.beside(check.name());
        }

        @Override
        public String what() {
            return "check %s of %s".formatted(check.name(), in.label());
        }
    }

    record SpareForeignKey(TableDefinition in, TableDefinition.ForeignKey key) implements LostClause {
        @Override
        public String label() {
            return in.beside(key.name());
        }

        @Override
        public String what() {
            return "foreign key %s of %s".formatted(key.name(), in.label());
        }
    }
}
