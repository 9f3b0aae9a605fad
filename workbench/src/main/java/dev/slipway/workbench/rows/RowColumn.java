package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.sql.Quote;
import java.util.List;

/// A column that may be given a value.
///
/// @param number in its table
/// @param name as it stands in SQL
/// @param required whether null is refused
/// @param generated whether the server computes it
/// @param numbered whether it takes its values from a sequence
/// @param hasDefault whether it may be left out even if it is required
/// @param checks of its domains, on its name
record RowColumn(
        int number,
        String name,
        boolean required,
        boolean generated,
        boolean numbered,
        boolean hasDefault,
        RowColumnType type,
        List<String> checks) {
    static final String NULL = "null";

    RowColumn {
        checks = List.copyOf(checks);
    }

    /// Whether any value may be chosen for it.
    boolean isGiven() {
        return !generated && !numbered;
    }

    /// The same of another type.
    RowColumn of(RowColumnType other) {
        return new RowColumn(number, name, required, generated, numbered, hasDefault, other, checks);
    }

    /// The text as a value of the type.
    String value(String text) {
        return "%s::%s".formatted(Quote.literal(text), type.name());
    }

    String none() {
        return "%s::%s".formatted(NULL, type.name());
    }
}
