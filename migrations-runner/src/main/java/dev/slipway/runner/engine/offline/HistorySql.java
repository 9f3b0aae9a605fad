package dev.slipway.runner.engine.offline;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.history.ContractRecord;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes to the history table by its full name, since a script may change the search path.
///
/// @param schema where it lies, or null if only the database can tell
/// @param made the schemas that are made before it if they are missing, besides its own
record HistorySql(@Nullable String schema, String table, List<String> made) {
    private static final String SCHEMA = "slipway_schema";

    /// Takes the lock again if it was given away; if another has it, psql ends, since it has no row to take over.
    static final String LOCKED = "pg_catalog.pg_try_advisory_lock(:slipway_key)";

    private static final String SINCE_BEGIN = "clock_timestamp() - now()";
    private static final String SINCE_START = "clock_timestamp() - :'slipway_start'";
    private static final String INSERT = """
        insert into %s
            (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        """;

    String qualifiedName() {
        return ":\"" + SCHEMA + "\"." + Quote.identifier(table);
    }

    /// Finds the schema once, before a script is run.
    String findSchema() {
        return TextResource.read(HistorySql.class, "place.sql")
                .replace("${schema}", schema == null ? "null" : Quote.literal(schema))
                .replace("${table}", Quote.literal(Quote.identifier(table)));
    }

    /// Creates in that schema what scripts do not qualify.
    static String workIn() {
        return TextResource.read(HistorySql.class, "work-in.sql");
    }

    String create() {
        return inSchemas("create.sql")
                .replace("${table}", Quote.literal(table))
                .replace(
                        "${creation}",
                        HistoryTable.creation(qualifiedName(), table).strip());
    }

    /// Makes the schemas that are missing although the table is there, as the run does.
    String makeSchemas() {
        return made.isEmpty() ? "" : inSchemas("make.sql");
    }

    private String inSchemas(String resource) {
        return TextResource.read(HistorySql.class, resource)
                .replace("${missing}", TextResource.read(HistorySql.class, "missing.sql"))
                .replace("${schemas}", schemas())
                .replace(
                        "${note}",
                        HistoryTable.schemaRow(qualifiedName(), ":'slipway_made'")
                                .strip());
    }

    /// That of the history comes first, if it is none of the others.
    private String schemas() {
        String own = "array[:'%s'::text]".formatted(SCHEMA);
        String others = made.stream().map(Quote::literal).collect(Collectors.joining(", ", "array[", "]"));
        return made.isEmpty()
                ? own
                : "case when :'%s' = any (%s) then %s else %s || %s end".formatted(SCHEMA, others, others, own, others);
    }

    /// Keeps the highest rank in a variable of psql. All rows are written behind it, so that the primary key keeps out
    /// whoever has read the same.
    String findLast() {
        return "select coalesce(max(installed_rank), 0) as slipway_last from %s \\gset\n".formatted(qualifiedName());
    }

    /// A row, in the transaction of its script.
    String append(NewRow row) {
        return insert(row, milliseconds(SINCE_BEGIN), true) + "\nreturning installed_rank as slipway_last \\gset\n";
    }

    /// A row for a script that begins; its rank and the time are kept in variables of psql.
    String begin(NewRow row) {
        return insert(row, "0", false) + """

            returning installed_rank as slipway_last, installed_rank as slipway_rank,
                clock_timestamp() as slipway_start \\gset
            """;
    }

    private String insert(NewRow row, String executionTime, boolean success) {
        Version version = row.version();
        String values = String.join(
                ", ",
                version == null ? "null" : Quote.literal(version.toString()),
                Quote.literal(row.description()),
                Quote.literal(row.type()),
                Quote.literal(row.script()),
                String.valueOf(row.checksum()));
        return INSERT.formatted(qualifiedName())
                + "select :slipway_last + 1, %s, current_user,\n    %s, %s\nwhere %s"
                        .formatted(values, executionTime, success, LOCKED);
    }

    /// Makes all repeatable scripts pending again.
    String takeBackRepeatables(boolean alone) {
        return "with written as (\n" + INSERT.formatted(qualifiedName())
                + """
                select :slipway_last + row_number() over (order by installed_rank), null, description, 'DELETE',
                    script, checksum, current_user, %s, true
                from (
                    select distinct on (description) * from %s
                    where version is null order by description, installed_rank desc
                ) as last
                where success and type not in ('DELETE', 'SCHEMA')
                returning installed_rank)
                select coalesce(max(installed_rank), :slipway_last) as slipway_last from written \\gset
                """.formatted(milliseconds(alone ? SINCE_START : SINCE_BEGIN), qualifiedName());
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
            where installed_rank = :slipway_rank and not success and %s
            returning installed_rank as slipway_rank \\gset
            """.formatted(
                        qualifiedName(),
                        Quote.literal(row.description()),
                        Quote.literal(row.script()),
                        row.checksum(),
                        milliseconds(SINCE_START),
                        success,
                        LOCKED);
    }

    /// @param versions those to record, if that changes
    String recordContracts(Optional<Collection<Version>> versions) {
        return versions.map(all -> ContractRecord.statement(qualifiedName(), all) + ";\n")
                .orElse("");
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
