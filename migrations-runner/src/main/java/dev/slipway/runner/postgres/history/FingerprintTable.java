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

    private static final String LAST = """
            select fingerprint from %s
            where form = ? and recorded_on >= all (select installed_on from %s)
            order by recorded_on desc limit 1
            """;

    private final Session session;
    private final HistoryTable history;
    private final String table;

    public FingerprintTable(Session session, HistoryTable history) {
        this.session = session;
        this.history = history;
        this.table = name(history.table());
    }

    /// Its name, which is that of the history table with something behind it.
    public static String name(String historyTable) {
        return historyTable + SUFFIX;
    }

    public String qualifiedName() {
        return Quote.identifier(history.schema()) + "." + Quote.identifier(table);
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

    /// What the last script left, unless something else was recorded in the history since.
    public Optional<String> last() throws SQLException {
        if (!exists()) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                session.connection().prepareStatement(LAST.formatted(qualifiedName(), history.qualifiedName()))) {
            query.setInt(1, FORM);
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
