package dev.slipway.runner.model.loss;

/// Data that a downgrade would lose, as far as it can be known before.
public sealed interface Loss {
    String text();

    /// What is lost, whatever its size: `column email of public.users`.
    String thing();

    /// A table with all its rows.
    record Table(String table, Count rows) implements Loss {
        @Override
        public String text() {
            return "%s with %s".formatted(thing(), rows.of("row"));
        }

        @Override
        public String thing() {
            return "table " + table;
        }
    }

    /// A column with its values that are not null.
    record Column(String table, String column, Count values) implements Loss {
        @Override
        public String text() {
            return "%s with %s".formatted(thing(), values.of("value"));
        }

        @Override
        public String thing() {
            return "column %s of %s".formatted(column, table);
        }
    }

    /// Rows of a table that itself stays.
    record Rows(String table, Count rows) implements Loss {
        @Override
        public String text() {
            return "%s of %s".formatted(rows.of("row"), table);
        }

        @Override
        public String thing() {
            return "rows of " + table;
        }
    }

    /// What a script loses that cannot be tried first.
    ///
    /// @param why for example `it runs without a transaction`
    record Unknown(String script, String why) implements Loss {
        @Override
        public String text() {
            return "whatever %s removes: it was not tried, since %s".formatted(script, why);
        }

        @Override
        public String thing() {
            return text();
        }
    }

    /// A number of things.
    ///
    /// @param estimated whether it comes from the statistics of a table too large to be counted
    record Count(long number, boolean estimated) {
        public String of(String thing) {
            return "%s%d %s%s".formatted(estimated ? "about " : "", number, thing, number == 1 ? "" : "s");
        }
    }
}
