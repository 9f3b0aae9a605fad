package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.table.Table;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Names as people write them in SQL: quoted only where they have to be.
///
/// @param keywords those that cannot stand as names
record SqlNames(Set<String> keywords) {
    private static final int LONGEST = 63;

    SqlNames {
        keywords = Set.copyOf(keywords);
    }

    String of(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !keywords.contains(name) ? name : Quote.identifier(name);
    }

    String of(Table table) {
        return of(table.schema(), table.name());
    }

    String of(String schema, String name) {
        return schema.isEmpty() ? of(name) : of(schema) + "." + of(name);
    }

    String list(Collection<String> names) {
        return names.stream().map(this::of).collect(Collectors.joining(", "));
    }

    static String literals(Collection<String> texts) {
        return texts.stream().map(Quote::literal).map(String::strip).collect(Collectors.joining(", "));
    }

    /// A name in the manner of PostgreSQL: `users_email_key`.
    static String made(Table table, List<String> columns, String suffix) {
        String stem = table.name() + "_" + (columns.isEmpty() ? "" : String.join("_", columns) + "_");
        int room = LONGEST - suffix.length();
        return (stem.length() > room ? stem.substring(0, room - 1) + "_" : stem) + suffix;
    }
}
