package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history table by its full name, so that a script that changes the search path cannot hide it.
public final class HistoryTable {
    /// `Flyway` in ASCII; Flyway adds the hash of the table's name to it for the key of its lock.
    public static final long FLYWAY = 0x466C_7977_6179L;

    private static final String UPDATE = """
        update %s
        set description = ?, script = ?, checksum = ?, installed_by = current_user, installed_on = default,
            execution_time = ?, success = ?
        where installed_rank = ? and checksum is not distinct from ?
          and installed_on = ? and not success and pg_catalog.pg_try_advisory_lock(?)
        returning installed_on
        """;

    private final Session session;
    private final HistoryPlace place;
    private int highest;

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

    /// The schemas that are made with it, its own among them, whoever makes them.
    public List<String> schemas() {
        return MissingSchemas.wanted(session, schema());
    }

    /// Those of them that are to be made.
    public MissingSchemas missingSchemas() throws SQLException {
        return MissingSchemas.of(session, schema());
    }

    /// Creates the table, and before it the schemas that are missing, which Flyway notes in a row of its own.
    public void create() throws SQLException {
        create(missingSchemas());
    }

    /// The same, when it is known which are missing.
    public void create(MissingSchemas missing) throws SQLException {
        session.execute(missing.creation() + creation(qualifiedName(), table()) + missing.note(qualifiedName()));
    }

    /// Creates the schemas that are missing although the table is there, as Flyway does.
    public void createSchemas() throws SQLException {
        MissingSchemas missing = missingSchemas();
        if (!missing.names().isEmpty()) {
            session.execute(missing.creation() + missing.note(qualifiedName()));
        }
    }

    /// Source: `SchemaHistory.addSchemasMarker` of Flyway
    ///
    /// @param table the history, as it stands in SQL
    /// @param schemas the text that names them there, as an expression of SQL
    public static String schemaRow(String table, String schemas) {
        return """
            insert into %1$s (installed_rank, description, type, script, installed_by, execution_time, success)
            select 0, '<< Flyway Schema Creation >>', 'SCHEMA', %2$s, current_user, 0, true
            where not exists (select from %1$s where installed_rank = 0);
            """.formatted(table, schemas);
    }

    /// The statements that create the table. An event trigger may have switched row security on for each new table, and
    /// then the owner would not see its own rows.
    ///
    /// @param qualifiedName with its schema, as it stands in SQL
    public static String creation(String qualifiedName, String table) {
        return TextResource.read(HistoryTable.class, "create.sql")
                .replace("${table}", qualifiedName)
                .replace("${primary_key}", Quote.identifier(table + "_pk"))
                .replace("${index}", Quote.identifier(table + "_s_idx"));
    }

    /// The key of the advisory lock that runners take before they write here, as Flyway computes it.
    public long lockKey() {
        return FLYWAY + qualifiedName().hashCode();
    }

    /// Writes one row in the transaction of the session, which has to be rolled back if that gives nothing.
    ///
    /// It is a plain insert, so that the primary key keeps out everybody who has read the same last rank, whatever
    /// became of the lock.
    ///
    /// @param begun what a script under way has left of its row, or null if it has none
    /// @return what there is of the row now, or nothing if another runner holds the lock or has written meanwhile
    public Optional<BegunRow> write(NewRow row, @Nullable BegunRow begun, Duration executionTime, boolean success)
            throws SQLException {
        try {
            return begun == null
                    ? insert(row, milliseconds(executionTime), success)
                    : update(row, begun, milliseconds(executionTime), success);
        } catch (SQLException e) {
            if (RowInsertion.isTaken(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<BegunRow> insert(NewRow row, int milliseconds, boolean success) throws SQLException {
        try (Statement insert = session.connection().createStatement()) {
            insert.setEscapeProcessing(false);
            try (ResultSet written = insert.executeQuery(insertion(row, milliseconds, success))) {
                return written(written, row);
            }
        }
    }

    /// The statements, each ending in `; `, that write what tells of a script that ran. They fail if another runner
    /// holds the lock or has written meanwhile, which `isOvertaken` tells.
    ///
    /// @param contracts the applied revisions that are contracts, if the script changes them
    public String completion(List<NewRow> rows, Duration executionTime, Optional<Collection<Version>> contracts) {
        StringBuilder statements = new StringBuilder();
        rows.forEach(row -> statements
                .append(RowInsertion.insisting(insertion(row, milliseconds(executionTime), true)))
                .append("; "));
        contracts.ifPresent(versions -> statements
                .append(ContractRecord.statement(qualifiedName(), versions))
                .append("; "));
        return statements.toString();
    }

    private String insertion(NewRow row, int milliseconds, boolean success) {
        highest = Math.max(highest, row.rank());
        return RowInsertion.sql(this, row, highest, milliseconds, success);
    }

    /// Whether a row was refused since another runner holds the lock or has written meanwhile.
    public boolean isOvertaken(SQLException refused) {
        return RowInsertion.isOvertaken(place, refused);
    }

    private Optional<BegunRow> update(NewRow row, BegunRow begun, int milliseconds, boolean success)
            throws SQLException {
        try (PreparedStatement update = session.connection().prepareStatement(UPDATE.formatted(qualifiedName()))) {
            update.setString(1, row.description());
            update.setString(2, row.script());
            update.setObject(3, row.checksum(), Types.INTEGER);
            update.setInt(4, milliseconds);
            update.setBoolean(5, success);
            update.setInt(6, row.rank());
            update.setObject(7, begun.checksum(), Types.INTEGER);
            update.setObject(8, begun.installedOn());
            update.setLong(9, lockKey());
            try (ResultSet written = update.executeQuery()) {
                return written(written, row);
            }
        }
    }

    private static Optional<BegunRow> written(ResultSet written, NewRow row) throws SQLException {
        return written.next()
                ? Optional.of(new BegunRow(row.checksum(), written.getObject(1, LocalDateTime.class)))
                : Optional.empty();
    }

    private static int milliseconds(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /// Writes rows for scripts that are not run, all of them or none; the table is created first if need be.
    ///
    /// @param contract the contract revisions to record with it, or null to leave that record as it is
    /// @return whether no other runner holds the lock or has written meanwhile
    public boolean stamp(boolean create, List<NewRow> rows, @Nullable Collection<Version> contract)
            throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            if (create) {
                create();
            }
            for (NewRow row : rows) {
                if (write(row, null, Duration.ZERO, true).isEmpty()) {
                    return false;
                }
            }
            if (contract != null) {
                recordContract(contract);
            }
            session.connection().commit();
            return true;
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }

    /// Tells services which applied revisions only services built for them can run on.
    public void recordContract(Collection<Version> versions) throws SQLException {
        session.execute(ContractRecord.statement(qualifiedName(), versions));
    }
}
