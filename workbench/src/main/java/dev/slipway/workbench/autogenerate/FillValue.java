package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.workbench.table.TableDefinition;

/// The plainest value of a type.
final class FillValue {
    private FillValue() {}

    /// As SQL, or empty if the type has none.
    static String of(TableDefinition.Column column) {
        if (!column.labels().isEmpty()) {
            return Quote.literal(column.labels().getFirst());
        }
        return switch (TypeText.family(column.type())) {
            case "text" -> "''";
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "0";
            case "boolean" -> "false";
            case "timestamptz", "timestamp" -> "now()";
            case "date" -> "current_date";
            case "uuid" -> "gen_random_uuid()";
            case "json", "jsonb" -> "'{}'";
            default -> column.type().endsWith("[]") ? "'{}'" : "";
        };
    }
}
