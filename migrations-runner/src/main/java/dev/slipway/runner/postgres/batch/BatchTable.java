package dev.slipway.runner.postgres.batch;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.history.OwnTables;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.history.TableBeside;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The table beside the history that knows how far each script came that runs in batches. A database without such a
/// script has none.
public final class BatchTable {
    private static final String MAY_READ = "select coalesce(has_table_privilege(to_regclass(?), 'select'), false)";
    private static final String EXISTS = "select to_regclass(?) is not null";

    private static final String SELECT = """
        select installed_rank, version, script, checksum, target, diverging, end_key, last_key, extended, keys, total,
               changed, converges, began_on, updated_on, finished_on
        from %s order by installed_rank
        """;

    /// A row of the same rank that is there already is of a history that was repaired: it counts if it is of the same
    /// version, and is gone otherwise.
    private static final String BEGIN = """
        insert into %s as old (installed_rank, version, script, checksum, target, diverging, end_key, total)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (installed_rank) do update
        set version = excluded.version, script = excluded.script, checksum = excluded.checksum,
            target = excluded.target, diverging = excluded.diverging, end_key = excluded.end_key, last_key = null,
            extended = false, keys = 0, total = excluded.total,
            changed = case when old.version = excluded.version then old.changed else 0 end, converges = null,
            began_on = now(), updated_on = now(), finished_on = null
        """;

    private static final String ADVANCE = """
        update %s
        set last_key = ?, end_key = ?, extended = ?, keys = ?, total = ?, changed = ?, converges = ?,
            updated_on = now(), finished_on = case when ? then now()::timestamp end
        where installed_rank = ? and version = ? and last_key is not distinct from ? and extended = ?
          and finished_on is null
        """;

    private static final String ABANDON = """
        update %s
        set abandoned = true, converges = false, finished_on = coalesce(finished_on, now()), updated_on = now()
        where installed_rank = ? and version = ? and (finished_on is null or converges)
        """;

    private final Session session;
    private final HistoryPlace place;

    public BatchTable(Session session, HistoryPlace place) {
        this.session = session;
        this.place = place;
    }

    public String qualifiedName() {
        return Quote.identifier(place.schema()) + "." + Quote.identifier(OwnTables.batch(place.table()));
    }

    /// The key of the advisory lock of those who go on with what is not complete.
    public long lockKey() {
        return HistoryTable.FLYWAY + qualifiedName().hashCode();
    }

    public void create() throws SQLException {
        if (is(EXISTS)) {
            return;
        }
        String definition = TextResource.read(BatchTable.class, "create.sql")
                .replace("${primary_key}", Quote.identifier(OwnTables.batch(place.table()) + "_pk"));
        new TableBeside(place, qualifiedName()).create(session, definition);
    }

    /// How long a batch of the session may wait for a lock.
    public void waitFor(Duration lockTimeout) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("set lock_timeout = " + lockTimeout.toMillis());
        }
    }

    /// All that the session may see, in the order of the history.
    public List<Checkpoint> all() throws SQLException {
        List<Checkpoint> all = new ArrayList<>();
        if (!is(MAY_READ)) {
            return all;
        }
        try (PreparedStatement query = session.connection().prepareStatement(SELECT.formatted(qualifiedName()));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                all.add(checkpoint(row));
            }
        }
        return all;
    }

    /// Begins, or begins anew, in the transaction of the session.
    public void begin(Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement insert = session.connection().prepareStatement(BEGIN.formatted(qualifiedName()))) {
            insert.setInt(1, checkpoint.rank());
            insert.setString(2, checkpoint.version().toString());
            insert.setString(3, checkpoint.script());
            insert.setInt(4, checkpoint.checksum());
            insert.setString(5, checkpoint.target());
            insert.setString(6, checkpoint.diverging());
            insert.setArray(7, array(checkpoint.end()));
            insert.setLong(8, checkpoint.total());
            insert.executeUpdate();
        }
    }

    /// Goes from one checkpoint to the next, in the transaction of the session.
    ///
    /// @param complete whether nothing is left
    /// @return whether it was as it was last read: else another went on with it, or it was taken back
    boolean advance(Checkpoint from, Checkpoint to, boolean complete) throws SQLException {
        try (PreparedStatement update = session.connection().prepareStatement(ADVANCE.formatted(qualifiedName()))) {
            update.setArray(1, array(to.last()));
            update.setArray(2, array(to.end()));
            update.setBoolean(3, to.extended());
            update.setLong(4, to.keys());
            update.setLong(5, to.total());
            update.setLong(6, to.rows());
            update.setObject(7, to.converges(), Types.BOOLEAN);
            update.setBoolean(8, complete);
            update.setInt(9, from.rank());
            update.setString(10, from.version().toString());
            update.setArray(11, array(from.last()));
            update.setBoolean(12, from.extended());
            return update.executeUpdate() == 1;
        }
    }

    /// Leaves the rows that are left as they are: nothing waits for them any more.
    ///
    /// @return whether there was something to leave
    public boolean abandon(Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement update = session.connection().prepareStatement(ABANDON.formatted(qualifiedName()))) {
            update.setInt(1, checkpoint.rank());
            update.setString(2, checkpoint.version().toString());
            return update.executeUpdate() == 1;
        }
    }

    /// Forgets a version that is taken back, in the transaction of the session.
    public void forget(Version version) throws SQLException {
        if (!is(EXISTS)) {
            return;
        }
        List<Integer> ranks = all().stream()
                .filter(checkpoint -> checkpoint.version().equals(version))
                .map(Checkpoint::rank)
                .toList();
        try (PreparedStatement delete = session.connection()
                .prepareStatement("delete from %s where installed_rank = any (?)".formatted(qualifiedName()))) {
            delete.setArray(1, session.connection().createArrayOf("integer", ranks.toArray()));
            delete.executeUpdate();
        }
    }

    private boolean is(String question) throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement(question)) {
            query.setString(1, qualifiedName());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private @Nullable Array array(@Nullable List<String> texts) throws SQLException {
        return texts == null ? null : session.connection().createArrayOf("text", texts.toArray());
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getInt(1),
                Version.of(Objects.requireNonNull(row.getString(2))),
                Objects.requireNonNull(row.getString(3)),
                row.getInt(4),
                Objects.requireNonNull(row.getString(5)),
                row.getString(6),
                texts(row.getArray(7)),
                texts(row.getArray(8)),
                row.getBoolean(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getObject(13, Boolean.class),
                row.getObject(14, LocalDateTime.class),
                row.getObject(15, LocalDateTime.class),
                row.getObject(16, LocalDateTime.class));
    }
}
