package dev.slipway.runner.postgres.history;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The table beside the history that keeps the fingerprint of the schema after each script. Stock Flyway does not
/// look at it.
public final class FingerprintTable {
    private static final String SUFFIX = "_fingerprint";

    /// Of the definitions that fingerprints are made of; those of another form cannot be compared.
    private static final int FORM = 1;

    private static final String WRITE = """
            insert into %s (installed_rank, form, fingerprint) values (?, ?, ?)
            on conflict (installed_rank) do update
            set form = excluded.form, fingerprint = excluded.fingerprint, recorded_on = default
            """;

    private final Session session;
    private final String schema;
    private final String table;

    public FingerprintTable(Session session, HistoryTable history) {
        this.session = session;
        this.schema = history.schema();
        this.table = history.table() + SUFFIX;
    }

    public String qualifiedName() {
        return Quote.identifier(schema) + "." + Quote.identifier(table);
    }

    /// Keeps a fingerprint in the transaction of the session. The table is created if there is none.
    ///
    /// @param rank of the history row that the script gets
    public void write(int rank, String fingerprint) throws SQLException {
        if (!exists()) {
            create();
        }
        try (PreparedStatement insert = session.connection().prepareStatement(WRITE.formatted(qualifiedName()))) {
            insert.setInt(1, rank);
            insert.setInt(2, FORM);
            insert.setString(3, fingerprint);
            insert.executeUpdate();
        }
    }

    /// The fingerprint after the script with this rank, if one was kept that can be compared.
    public Optional<String> read(int rank) throws SQLException {
        if (!exists()) {
            return Optional.empty();
        }
        try (PreparedStatement query = session.connection()
                .prepareStatement("select fingerprint from %s where installed_rank = ? and form = ?"
                        .formatted(qualifiedName()))) {
            query.setInt(1, rank);
            query.setInt(2, FORM);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, qualifiedName());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void create() throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(SqlResource.read(FingerprintTable.class, "create-fingerprint.sql")
                    .replace("${table}", qualifiedName())
                    .replace("${primary_key}", Quote.identifier(table + "_pk")));
        }
    }
}
