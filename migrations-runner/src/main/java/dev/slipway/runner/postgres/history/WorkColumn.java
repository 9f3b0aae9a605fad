package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// How long a script was expected to take, kept beside its fingerprint. A table of an older runner gets the column when
/// something is kept for the first time.
public final class WorkColumn {
    private static final String STATE = """
            select exists (
                       select from pg_attribute
                       where attrelid = given.oid and attname = 'work' and not attisdropped
                   ),
                   pg_has_role(c.relowner, 'usage'),
                   has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'update')
            from (select to_regclass(?) as oid) as given join pg_class c on c.oid = given.oid
            """;

    private static final String MAY_READ = "select has_table_privilege(to_regclass(?), 'select')";

    private static final String WRITE = """
            update %s set work = jsonb_build_object('kind', %s::text, 'seconds', %s::float8) where installed_rank = %d;
            """;

    /// The column may not be there, and somebody may have written something else into it.
    private static final String READ = """
            select kept.work ->> 'kind', kept.seconds, h.execution_time / 1000.0
            from %s f
            join %s h on h.installed_rank = f.installed_rank
            cross join lateral (select to_jsonb(f) -> 'work' as work) as given
            cross join lateral (
                select given.work,
                       case
                           when jsonb_typeof(given.work -> 'seconds') = 'number'
                           then (given.work ->> 'seconds')::float8
                       end as seconds
            ) as kept
            where kept.seconds > 0 and h.execution_time > 0
            order by f.installed_rank desc
            limit 20
            """;

    private final Session session;
    private final HistoryTable history;
    private final String table;

    public WorkColumn(Session session, HistoryTable history) {
        this.session = session;
        this.history = history;
        this.table = new FingerprintTable(session, history).qualifiedName();
    }

    /// @return whether something can be kept
    public boolean prepare() throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement(STATE)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !row.getBoolean(3)) {
                    return false;
                }
                if (row.getBoolean(1)) {
                    return true;
                }
                if (!row.getBoolean(2)) {
                    return false;
                }
            }
        }
        session.execute("alter table %s add column if not exists work jsonb".formatted(table));
        return true;
    }

    /// The statement for the transaction that has written the fingerprint.
    public String statement(int rank, EarlierWork expected) {
        return WRITE.formatted(
                table,
                Quote.literal(expected.kind().word()),
                Quote.literal(Double.toString(expected.expected())),
                rank);
    }

    /// What the last scripts took of which something was expected, the newest first.
    public List<EarlierWork> read() throws SQLException {
        if (!mayRead()) {
            return List.of();
        }
        List<EarlierWork> earlier = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(READ.formatted(table, history.qualifiedName()))) {
            while (row.next()) {
                double expected = row.getDouble(2);
                double took = row.getDouble(3);
                WorkKind.of(String.valueOf(row.getString(1)))
                        .ifPresent(kind -> earlier.add(new EarlierWork(kind, expected, took)));
            }
        }
        return earlier;
    }

    private boolean mayRead() throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement(MAY_READ)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
