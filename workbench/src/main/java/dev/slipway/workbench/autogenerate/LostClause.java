package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.Finding;
import dev.slipway.workbench.table.TableDefinition;
import java.util.List;
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

    /// A column that is counted up, and so takes no nulls, where the model has nulls and counts nothing.
    record CountedNull(TableDefinition in, TableDefinition.Column now) implements Hindering {
        @Override
        public String label() {
            return "%s.%s.identity".formatted(in.label(), now.name());
        }

        @Override
        public String what() {
            return "column %s.%s".formatted(in.label(), now.name());
        }

        @Override
        public String text() {
            return "%s is counted up, and the model takes nulls in its place".formatted(what());
        }

        @Override
        public Finding finding() {
            return new Finding(
                    what(),
                    "it is counted up and takes no nulls, and the model writes nulls and counts nothing",
                    "it stays as it is, and a service that writes a null fails",
                    "say --drop %s for a plain column, or @GeneratedValue in the entity, or --keep %s to hear no more of it"
                            .formatted(label(), label()));
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

    /// What is in the way of the model, and yet stays until somebody says that it is to go.
    sealed interface Hindering extends LostClause permits Uncomputed, CountedNull {
        /// What people should look at.
        Finding finding();
    }

    /// A plain column that the model wants to be computed: what is in it would be lost.
    record Uncomputed(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements Hindering {
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

        @Override
        public Finding finding() {
            return new Finding(
                    what(),
                    "it holds values, and the model computes them: " + wanted.expression(),
                    "it stays as it is, since what is in it would be lost",
                    "say --drop %s for a computed column in its place, or --keep %s to hear no more of it"
                            .formatted(label(), label()));
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

        /// Whether it may be that of an enum which the model keeps as a text now.
        boolean isOfValues() {
            return NameCheck.values(check).isPresent();
        }

        /// As SQL.
        String values() {
            return SqlStyle.literals(NameCheck.values(check).orElse(List.of()));
        }

        String column() {
            return check.columns().getFirst();
        }

        /// For people.
        String limit() {
            return "%s lets nothing but %s into %s".formatted(what(), values(), column());
        }
    }

    /// A check that held a column to the values of an enum, where the model has a text or number.
    record FormerEnum(LostCheck lost) implements LostClause {
        @Override
        public TableDefinition in() {
            return lost.in();
        }

        @Override
        public String label() {
            return lost.label();
        }

        @Override
        public String what() {
            return lost.what();
        }

        @Override
        public String text() {
            return "%s holds column %s to %s, of an enum that the model no longer has"
                    .formatted(what(), lost.column(), lost.values());
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
