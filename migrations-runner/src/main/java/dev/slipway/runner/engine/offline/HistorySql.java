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
        return insert(row, milliseconds("clock_timestamp() - now()"), true) + ";\n";
    }

    /// A row at the end for a script that begins; its rank and the time are kept in variables of psql.
    String begin(NewRow row) {
        return insert(row, "0", false)
                + "\nreturning installed_rank as slipway_rank, clock_timestamp() as slipway_start \\gset\n";
    }

    private String insert(NewRow row, String executionTime, boolean success) {
        Version version = row.version();
        return """
                insert into %s
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select coalesce(max(installed_rank), 0) + 1, %s, %s, %s, %s, %d, current_user,
                    %s, %s
                from %1$s""".formatted(
                        qualifiedName(),
                        version == null ? "null" : Quote.literal(version.toString()),
                        Quote.literal(row.description()),
                        Quote.literal(row.type()),
                        Quote.literal(row.script()),
                        row.checksum(),
                        executionTime,
                        success);
    }

    /// Keeps the same of a row that an earlier run has left behind.
    static String resume(int rank) {
        return "select %d as slipway_rank, clock_timestamp() as slipway_start \\gset\n".formatted(rank);
    }

    /// Says how far the script of the row came after `begin` or `resume`.
    String update(NewRow row, boolean success) {
        return """
                update %s
                set description = %s, script = %s, checksum = %d, installed_by = current_user, installed_on = default,
                    execution_time = %s, success = %s
                where installed_rank = :slipway_rank;
                """.formatted(
                        qualifiedName(),
                        Quote.literal(row.description()),
                        Quote.literal(row.script()),
                        row.checksum(),
                        milliseconds("clock_timestamp() - :'slipway_start'"),
                        success);
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

    private static String milliseconds(String interval) {
        return "(extract(epoch from %s) * 1000)::int".formatted(interval);
    }
}
