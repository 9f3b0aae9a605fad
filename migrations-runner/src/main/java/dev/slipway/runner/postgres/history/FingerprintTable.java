package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.OwnTables;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The table beside the history that keeps the fingerprint of the schema after each script. Stock Flyway does not
/// look at it.
public final class FingerprintTable {
    /// Of the definitions that fingerprints are made of, and of how; those of another form, as 1 and 2 were, cannot be
    /// compared.
    private static final int OF_DATABASE = 3;

    private static final int OF_SCHEMA = 4;

    /// A number for what each row says.
    private static final String ROWS = """
        select coalesce(pg_catalog.sum(pg_catalog.concat('x', pg_catalog.left(pg_catalog.md5(pg_catalog.concat_ws(
                   ' ', installed_rank, version, type, checksum, success, extract(epoch from installed_on))), 16)
               )::bit(64)::bigint), 0)
        from %s
        """;

    /// Whatever is recorded later, by whomever and whatever the clocks say, makes another history.
    private static final String HISTORY = "(%s)::text";

    /// The same, from what this run has kept of it: to read all rows after each of many scripts takes longer than they.
    private static final String HISTORY_SINCE = """
        coalesce((select kept.history::numeric + (%1$s where installed_rank > %2$d)
                  from %3$s as kept where kept.installed_rank = %2$d), (%1$s))::text
        """;

    private static final String WRITE = """
        insert into %s (installed_rank, form, fingerprint, history) values (%d, %d, %s, %s)
        on conflict (installed_rank) do update
        set form = excluded.form, fingerprint = excluded.fingerprint, history = excluded.history,
            recorded_on = default;
        """;

    /// A fingerprint that is none, where there is nothing yet beside which something can be kept.
    private static final String HOLD = """
        insert into %s (installed_rank, form, fingerprint, history) values (?, 0, '', %s)
        on conflict (installed_rank) do nothing
        """;

    private static final String LAST = """
        select fingerprint, form from %s
        where form in (?, ?) and history = %s
        order by installed_rank desc limit 1
        """;

    private static final String MAY_CREATE = "select has_schema_privilege(?, 'create')";
    private static final String MAY_WRITE = """
        select has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
               and has_table_privilege(oid, 'update')
        from (select to_regclass(?) as oid) as given
        """;
    private static final String MAY_READ = "select has_table_privilege(to_regclass(?), 'select')";
    private static final String EXISTS = "select to_regclass(?) is not null";

    private final Session session;
    private final HistoryTable history;
    private final String table;
    private final int form;

    /// The rank of the last row that this run has kept a fingerprint for.
    private int last = Integer.MAX_VALUE;

    public FingerprintTable(Session session, HistoryTable history) {
        this(session, history, false);
    }

    /// @param alone whether it keeps the fingerprints of the history's schema alone, or those of the database
    public FingerprintTable(Session session, HistoryTable history, boolean alone) {
        this.session = session;
        this.history = history;
        this.table = OwnTables.fingerprint(history.table());
        this.form = alone ? OF_SCHEMA : OF_DATABASE;
    }

    /// What a script left.
    ///
    /// @param alone whether it is that of the history's schema alone, or that of the database
    public record Kept(String fingerprint, boolean alone) {}

    public String qualifiedName() {
        return Quote.identifier(history.schema()) + "." + Quote.identifier(table);
    }

    /// Makes the table if there is none.
    ///
    /// @return whether the session may write to it
    public boolean prepare() throws SQLException {
        if (!is(EXISTS, qualifiedName())) {
            if (!is(MAY_CREATE, history.schema())) {
                return false;
            }
            create();
        }
        return is(MAY_WRITE, qualifiedName());
    }

    /// @return whether what is accepted can be kept as well
    public boolean prepareAccepted() throws SQLException {
        return accepted().prepare();
    }

    private AcceptedColumn accepted() {
        return new AcceptedColumn(session.connection(), qualifiedName());
    }

    /// What was accepted of the schema that the last script left, whatever was recorded in the history since.
    public AcceptedDrift lastAccepted() throws SQLException {
        return is(MAY_READ, qualifiedName()) ? accepted().read() : AcceptedDrift.NONE;
    }

    /// The statement that keeps beside a fingerprint what is accepted of its schema, or nothing.
    String statement(int rank, AcceptedDrift drift) {
        return accepted().statement(rank, drift);
    }

    /// Keeps that others look after schemas, beside what was accepted before.
    ///
    /// @param rank of the last history row
    public void ignore(int rank, Set<String> schemas) throws SQLException {
        AcceptedDrift before = lastAccepted();
        Set<String> all = new TreeSet<>(before.schemas());
        all.addAll(schemas);
        String sql = HOLD.formatted(qualifiedName(), historyNow());
        try (PreparedStatement insert = session.connection().prepareStatement(sql)) {
            insert.setInt(1, rank);
            insert.executeUpdate();
        }
        session.execute(statement(rank, new AcceptedDrift(before.hashes(), all)));
    }

    /// The statement that keeps a fingerprint in the transaction of the session, once that has written the history.
    ///
    /// @param rank of the history row that the script gets
    String statement(int rank, String fingerprint) {
        String known = last < rank ? HISTORY_SINCE.formatted(rows(), last, qualifiedName()) : historyNow();
        last = rank;
        return WRITE.formatted(qualifiedName(), rank, form, Quote.literal(fingerprint), known);
    }

    private String historyNow() {
        return HISTORY.formatted(rows());
    }

    private String rows() {
        return ROWS.formatted(history.qualifiedName());
    }

    /// What the last script left, unless something else was recorded in the history since, or the session may not read
    /// it.
    public Optional<Kept> last() throws SQLException {
        if (!is(MAY_READ, qualifiedName())) {
            return Optional.empty();
        }
        String sql = LAST.formatted(qualifiedName(), historyNow());
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setInt(1, OF_DATABASE);
            query.setInt(2, OF_SCHEMA);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getString(1), row.getInt(2) == OF_SCHEMA))
                        : Optional.empty();
            }
        }
    }

    private boolean is(String question, String name) throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void create() throws SQLException {
        new TableBeside(history.place(), qualifiedName())
                .create(session, TextResource.read(FingerprintTable.class, "create-fingerprint.sql"));
    }
}
