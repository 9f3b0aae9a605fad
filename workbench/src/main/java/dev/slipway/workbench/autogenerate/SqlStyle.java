package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.postgres.sql.MadeName;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.workbench.table.TableDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How statements are written: names are quoted only where they have to be.
///
/// @param keywords those that cannot stand as names
/// @param together whether all runs in one transaction, since nobody has to wait for long
record SqlStyle(Set<String> keywords, boolean together) {
    SqlStyle {
        keywords = Set.copyOf(keywords);
    }

    String of(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !keywords.contains(name) ? name : Quote.identifier(name);
    }

    String of(TableDefinition table) {
        return of(table.schema(), table.name());
    }

    String of(String schema, String name) {
        return schema.isEmpty() ? of(name) : of(schema) + "." + of(name);
    }

    /// `alter table users drop column name`.
    String alter(TableDefinition table, String action) {
        return "alter table %s %s".formatted(of(table), action);
    }

    /// How an index is built or dropped: ` concurrently`, or as PostgreSQL does it in a transaction.
    String concurrently() {
        return together ? "" : " concurrently";
    }

    /// How a constraint is added: ` not valid`, or at once with a look at all rows.
    String notValid() {
        return together ? "" : " not valid";
    }

    /// A check of the values of an enum. The comment tells it from one that somebody wrote for a text (`FormerEnums`).
    String ofEnum(String constraint, String column, Collection<String> values) {
        return "constraint %s check (%s in (%s)) /* enum */".formatted(of(constraint), of(column), literals(values));
    }

    String list(Collection<String> names) {
        return names.stream().map(this::of).collect(Collectors.joining(", "));
    }

    static String literals(Collection<String> texts) {
        return texts.stream().map(SqlStyle::literal).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return Quote.literal(text).strip();
    }

    /// A name in the manner of PostgreSQL: `users_email_key`. Where there is no room for all of it, a hash tells it
    /// from others that begin like it.
    static String made(TableDefinition table, List<String> columns, String suffix) {
        String stem = table.name() + "_" + (columns.isEmpty() ? "" : String.join("_", columns) + "_");
        return MadeName.length(stem) + suffix.length() <= MadeName.LONGEST
                ? stem + suffix
                : MadeName.within(MadeName.LONGEST - 1 - suffix.length(), stem) + "_" + suffix;
    }
}
