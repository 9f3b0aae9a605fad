package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.schema.Sha256;
import dev.slipway.runner.model.table.Table;
import dev.slipway.runner.postgres.sql.Quote;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Names as people write them in SQL: quoted only where they have to be.
///
/// @param keywords those that cannot stand as names
record SqlNames(Set<String> keywords) {
    /// In bytes.
    private static final int LONGEST = 63;

    private static final int HASH_LENGTH = 6;

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
        return texts.stream().map(SqlNames::literal).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return Quote.literal(text).strip();
    }

    /// A name in the manner of PostgreSQL: `users_email_key`. Where there is no room for all of it, a hash tells it
    /// from others that begin like it.
    static String made(Table table, List<String> columns, String suffix) {
        String stem = table.name() + "_" + (columns.isEmpty() ? "" : String.join("_", columns) + "_");
        if (length(stem) + suffix.length() <= LONGEST) {
            return stem + suffix;
        }
        String end = Sha256.hex(stem).substring(0, HASH_LENGTH) + "_" + suffix;
        StringBuilder begin = new StringBuilder(stem);
        while (length(begin.toString()) + 1 + end.length() > LONGEST) {
            begin.setLength(begin.length() - 1);
        }
        return begin.append('_').append(end).toString();
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
