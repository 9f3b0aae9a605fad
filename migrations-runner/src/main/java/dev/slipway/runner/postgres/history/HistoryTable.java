package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history table by its full name, so that a script that changes the search path cannot hide it.
public final class HistoryTable {
    private static final String WRITE = """
        insert into %s (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success)
        values (?, ?, ?, ?, ?, ?, current_user, ?, ?)
        on conflict (installed_rank) do update
        set description = excluded.description, script = excluded.script, checksum = excluded.checksum,
            installed_by = excluded.installed_by, installed_on = default,
            execution_time = excluded.execution_time, success = excluded.success
        """;

    private final Session session;
    private final HistoryPlace place;

    public HistoryTable(Session session, HistoryPlace place) {
        this.session = session;
        this.place = place;
    }

    public HistoryPlace place() {
        return place;
    }

    public String schema() {
        return place.schema();
    }

    public String table() {
        return place.table();
    }

    public String qualifiedName() {
        return place.qualifiedName();
    }

    /// Creates the table, and before it the schema if that is missing, which Flyway notes in a row of its own.
    public void create() throws SQLException {
        String creation = creation(qualifiedName(), table());
        execute(
                place.made()
                        ? creation
                        : schemaCreation(schema())
                                + creation
                                + schemaRow(qualifiedName(), Quote.literal(Quote.identifier(schema()))));
    }

    static String schemaCreation(String schema) {
        return "create schema if not exists %s;\n".formatted(Quote.identifier(schema));
    }

    /// Source: `SchemaHistory.addSchemasMarker` of Flyway
    ///
    /// @param table the history, as it stands in SQL
    /// @param schema the text that names it there, as an expression of SQL
    public static String schemaRow(String table, String schema) {
        return """
            insert into %s (installed_rank, description, type, script, installed_by, execution_time, success)
            values (0, '<< Flyway Schema Creation >>', 'SCHEMA', %s, current_user, 0, true);
            """.formatted(table, schema);
    }

    /// The statements that create the table.
    ///
    /// @param qualifiedName with its schema, as it stands in SQL
    public static String creation(String qualifiedName, String table) {
        return SqlResource.read(HistoryTable.class, "create.sql")
                .replace("${table}", qualifiedName)
                .replace("${primary_key}", Quote.identifier(table + "_pk"))
                .replace("${index}", Quote.identifier(table + "_s_idx"));
    }

    /// Writes one row in the transaction of the session; a row of the same rank, which a script left behind that runs
    /// without a transaction, is replaced.
    public void write(NewRow row, Duration executionTime, boolean success) throws SQLException {
        Version version = row.version();
        try (PreparedStatement insert = session.connection().prepareStatement(WRITE.formatted(qualifiedName()))) {
            insert.setInt(1, row.rank());
            insert.setString(2, version == null ? null : version.toString());
            insert.setString(3, row.description());
            insert.setString(4, row.type());
            insert.setString(5, row.script());
            insert.setObject(6, row.checksum(), Types.INTEGER);
            insert.setInt(7, Math.toIntExact(executionTime.toMillis()));
            insert.setBoolean(8, success);
            insert.executeUpdate();
        }
    }

    /// Writes rows for scripts that are not run, all of them or none; the table is created first if need be.
    ///
    /// @param contract the contract revisions to record with it, or null to leave that record as it is
    public void stamp(boolean create, List<NewRow> rows, @Nullable Collection<Version> contract) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            if (create) {
                create();
            }
            for (NewRow row : rows) {
                write(row, Duration.ZERO, true);
            }
            if (contract != null) {
                recordContract(contract);
            }
            session.connection().commit();
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }

    /// Tells services which applied revisions only services built for them can run on.
    public void recordContract(Collection<Version> versions) throws SQLException {
        execute(contractComment(qualifiedName(), versions));
    }

    public static String contractComment(String table, Collection<Version> versions) {
        String comment = versions.isEmpty() ? "null" : Quote.literal("slipway contract: " + Version.list(versions));
        return "comment on table %s is %s".formatted(table, comment);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
