package dev.slipway.runner.model.loss;

import dev.slipway.runner.model.Plural;

/// Data that a downgrade would lose, as far as it can be known before.
public sealed interface Loss {
    String text();

    /// For the question.
    default String asked() {
        return "would lose " + text();
    }

    /// For what is told once somebody agreed.
    default String told() {
        return "losing " + text();
    }

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

    /// What a script loses of which nothing could be tried first.
    ///
    /// @param why for example `it could not get its locks`
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

    /// Whatever a statement loses that cannot be tried first.
    ///
    /// @param script the name of its file
    /// @param line of the statement, counted from 1
    /// @param statement in one line, `?` for each value
    /// @param why for example `PostgreSQL runs it in no transaction`
    record Untried(String script, int line, String statement, String why) implements Loss {
        @Override
        public String text() {
            return "%s:%d: %s (%s)".formatted(script, line, statement, why);
        }

        @Override
        public String asked() {
            return "cannot be tried beforehand: " + text();
        }

        @Override
        public String told() {
            return "not tried beforehand: " + text();
        }

        @Override
        public String thing() {
            return "what %s:%d removes".formatted(script, line);
        }
    }

    /// A number of things.
    ///
    /// @param estimated whether it comes from the statistics of a table too large to be counted
    record Count(long number, boolean estimated) {
        public String of(String thing) {
            return (estimated ? "about " : "") + Plural.of(number, thing);
        }
    }
}
