package dev.slipway.runner.engine.offline;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Writes to the history table by its full name, since a script may change the search path.
record HistorySql(String table) {
    private static final String SCHEMA = "slipway_schema";
    private static final String SINCE_BEGIN = "clock_timestamp() - now()";

    String qualifiedName() {
        return ":\"" + SCHEMA + "\"." + Quote.identifier(table);
    }

    /// Finds the schema once, before a script is run.
    static String findSchema() {
        return "select coalesce(current_schema(), 'public') as %s \\gset\n".formatted(SCHEMA);
    }

    String create() {
        return """
                select to_regclass(format('%%I.%%I', :'%s', %s)) is null as slipway_new \\gset
                \\if :slipway_new
                begin;
                %s
                commit;
                \\endif
                """.formatted(
                SCHEMA,
                Quote.literal(table),
                HistoryTable.creation(qualifiedName(), table).strip());
    }

    /// A row at the end, in the transaction of its script.
    String append(NewRow row) {
        return """
                insert into %s (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success)
                select coalesce(max(installed_rank), 0) + 1, %s, current_user,
                    %s, true
                from %1$s;
                """.formatted(qualifiedName(), values(row), milliseconds(SINCE_BEGIN));
    }

    /// Keeps the rank of a row and the time in variables of psql.
    String start() {
        return """
                select coalesce(max(installed_rank), 0) + 1 as slipway_rank, clock_timestamp() as slipway_start
                from %s \\gset
                """.formatted(qualifiedName());
    }

    /// The same for a row that an earlier run has left behind.
    static String start(int rank) {
        return "select %d as slipway_rank, clock_timestamp() as slipway_start \\gset\n".formatted(rank);
    }

    /// The row after `start`; one of the same rank is replaced.
    String write(NewRow row, boolean success) {
        return """
                insert into %s (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success)
                values (:slipway_rank, %s, current_user,
                    %s, %s)
                on conflict (installed_rank) do update
                set description = excluded.description, script = excluded.script, checksum = excluded.checksum,
                    installed_by = excluded.installed_by, installed_on = default,
                    execution_time = excluded.execution_time, success = excluded.success;
                """.formatted(
                qualifiedName(), values(row), milliseconds("clock_timestamp() - :'slipway_start'"), success);
    }

    String recordContract(@Nullable Collection<Version> versions) {
        return versions == null ? "" : HistoryTable.contractComment(qualifiedName(), versions) + ";\n";
    }

    /// Whether a repeatable script has changed since its last run, as a variable of psql.
    String changed(NewRow row) {
        return """
                select not exists (
                    select from (
                        select checksum, type, success from %s
                        where version is null and description = %s order by installed_rank desc limit 1
                    ) as last
                    where success and type <> 'DELETE' and checksum = %d
                ) as slipway_changed \\gset
                """.formatted(qualifiedName(), Quote.literal(row.description()), row.checksum());
    }

    private static String values(NewRow row) {
        Version version = row.version();
        return String.join(
                ", ",
                version == null ? "null" : Quote.literal(version.toString()),
                Quote.literal(row.description()),
                Quote.literal(row.type()),
                Quote.literal(row.script()),
                String.valueOf(row.checksum()));
    }

    private static String milliseconds(String interval) {
        return "(extract(epoch from %s) * 1000)::int".formatted(interval);
    }
}
