package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;

/// What a definition says of a column that is there, and the scripts give otherwise.
sealed interface ClauseDifference extends ModelDifference {
    /// @param now the column as it is
    record OtherCollation(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements ClauseDifference {
        @Override
        public String text() {
            return "column %s.%s is collated by %s, and the model wants %s"
                    .formatted(
                            in.label(),
                            now.name(),
                            now.collation().isEmpty() ? "default" : now.collation(),
                            wanted.collation());
        }
    }

    /// @param now the column as it is
    record OtherExpression(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements ClauseDifference {
        @Override
        public String text() {
            return "column %s.%s is %s, and the model wants %s"
                    .formatted(in.label(), now.name(), now.expression(), wanted.expression());
        }
    }

    /// @param now the column as it is
    record OtherCounting(TableDefinition in, TableDefinition.Column now, TableDefinition.Column wanted)
            implements ClauseDifference {
        @Override
        public String text() {
            return "column %s.%s is generated %s as identity, and the model wants %s"
                    .formatted(in.label(), now.name(), now.counted(), wanted.counted());
        }
    }

    record NewCheck(TableDefinition in, TableDefinition.Check check) implements ClauseDifference {
        @Override
        public String text() {
            return "%s on %s is missing".formatted(check.text(), in.label());
        }
    }

    record OtherCheck(TableDefinition in, TableDefinition.Check now, TableDefinition.Check wanted)
            implements ClauseDifference {
        @Override
        public String text() {
            return "constraint %s of %s is %s, and the model wants %s"
                    .formatted(now.name(), in.label(), now.text(), wanted.text());
        }
    }

    /// A foreign key that does something else on delete or update, or is checked at another time.
    record OtherForeignKey(TableDefinition in, TableDefinition.ForeignKey now, TableDefinition.ForeignKey wanted)
            implements ClauseDifference {
        @Override
        public String text() {
            return "foreign key %s of %s is %s, and the model wants %s"
                    .formatted(now.name(), in.label(), said(now), said(wanted));
        }

        private static String said(TableDefinition.ForeignKey key) {
            return key.options().isEmpty() ? "without an action" : key.options().strip();
        }
    }
}
