package dev.slipway.runner.postgres.trace;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the relations at one moment, in the transaction that is open.
final class MomentReader {
    private final Session session;
    private final Map<Long, Map<Integer, Relation.Column>> columns = new HashMap<>();
    private final Map<Long, Map<String, Relation.Constraint>> constraints = new HashMap<>();
    private final Map<Long, Map<String, Boolean>> triggers = new HashMap<>();

    private MomentReader(Session session) {
        this.session = session;
    }

    static Moment all(Session session) throws SQLException {
        return new MomentReader(session).read(unlocked(session), true, new HashMap<>());
    }

    /// Reads again what this transaction has locked, since nothing else can have changed; only schemas and types are
    /// renamed without a lock on the relations that have their names.
    static Moment after(Session session, Moment before) throws SQLException {
        String unlocked = unlocked(session);
        boolean all = !unlocked.equals(before.unlocked());
        return new MomentReader(session).read(unlocked, all, all ? new HashMap<>() : new HashMap<>(before.relations()));
    }

    private static String unlocked(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(SqlResource.read(MomentReader.class, "unlocked.sql"))) {
            row.next();
            return row.getString(1);
        }
    }

    private Moment read(String unlocked, boolean all, Map<Long, Relation> known) throws SQLException {
        each("columns.sql", all, this::addColumn);
        each("constraints.sql", all, this::addConstraint);
        each("triggers.sql", all, this::addTrigger);
        each("relations.sql", all, row -> add(known, row));
        return Moment.of(unlocked, known.values());
    }

    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String resource, boolean all, Row row) throws SQLException {
        try (PreparedStatement query =
                session.connection().prepareStatement(SqlResource.read(MomentReader.class, resource))) {
            query.setBoolean(1, all);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    private void add(Map<Long, Relation> known, ResultSet row) throws SQLException {
        long oid = row.getLong(1);
        @Nullable String name = row.getString(3);
        if (name == null) {
            known.remove(oid);
            return;
        }
        known.put(
                oid,
                new Relation(
                        oid,
                        name,
                        row.getString(4),
                        RelationKind.of(row.getString(5)),
                        new Relation.Index(row.getLong(6), row.getBoolean(7), row.getBoolean(8)),
                        row.getBoolean(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        locks(row),
                        columns.getOrDefault(oid, Map.of()),
                        constraints.getOrDefault(oid, Map.of()),
                        triggers.getOrDefault(oid, Map.of())));
    }

    private static Set<LockMode> locks(ResultSet row) throws SQLException {
        Set<LockMode> locks = EnumSet.noneOf(LockMode.class);
        texts(row, 2).forEach(mode -> locks.add(LockMode.of(mode)));
        return locks;
    }

    private void addColumn(ResultSet row) throws SQLException {
        columns.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                .put(
                        row.getInt(2),
                        new Relation.Column(
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                texts(row, 10)));
    }

    private void addConstraint(ResultSet row) throws SQLException {
        constraints
                .computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                .put(
                        row.getString(2),
                        new Relation.Constraint(
                                row.getLong(8),
                                ConstraintKind.of(row.getString(3)),
                                row.getBoolean(4),
                                row.getLong(5),
                                texts(row, 6),
                                row.getBoolean(7)));
    }

    private void addTrigger(ResultSet row) throws SQLException {
        triggers.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>()).put(row.getString(2), row.getBoolean(3));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
