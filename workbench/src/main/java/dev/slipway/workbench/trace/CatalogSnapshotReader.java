package dev.slipway.workbench.trace;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the relations at one moment, in the transaction that is open.
final class CatalogSnapshotReader {
    private static final String OF_ALL = "_all";
    private static final String OF_LOCKED = "_locked";
    private static final Map<String, Supplier<String>> QUERIES = prepared();

    private final CatalogQueries queries;
    private final Map<Long, Map<Integer, Relation.Column>> columns = new HashMap<>();
    private final Map<Long, Map<String, Relation.Constraint>> constraints = new HashMap<>();
    private final Map<Long, Map<String, Boolean>> triggers = new HashMap<>();

    private CatalogSnapshotReader(Session session) throws SQLException {
        queries = new CatalogQueries(session.connection());
        queries.prepare(QUERIES);
    }

    static CatalogSnapshot all(Session session) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        return reader.read(reader.unlocked(), OF_ALL, new HashMap<>());
    }

    /// Reads again what this transaction has locked, since nothing else can have changed; only schemas and types are
    /// renamed without a lock on the relations that have their names.
    static CatalogSnapshot after(Session session, CatalogSnapshot before) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        String unlocked = reader.unlocked();
        return unlocked.equals(before.unlocked())
                ? reader.read(unlocked, OF_LOCKED, new HashMap<>(before.relations()))
                : reader.read(unlocked, OF_ALL, new HashMap<>());
    }

    private static Map<String, Supplier<String>> prepared() {
        Map<String, Supplier<String>> queries = new TreeMap<>();
        queries.put("unlocked", () -> resource("unlocked"));
        for (String name : List.of("columns", "constraints", "triggers", "relations")) {
            queries.put(name + OF_ALL, () -> resource(name).replace("${only}", "true or "));
            queries.put(name + OF_LOCKED, () -> resource(name).replace("${only}", ""));
        }
        return queries;
    }

    private static String resource(String name) {
        return SqlResource.read(CatalogSnapshotReader.class, name + ".sql");
    }

    private String unlocked() throws SQLException {
        StringBuilder digest = new StringBuilder();
        queries.execute("unlocked", row -> digest.append(row.getString(1)));
        return digest.toString();
    }

    private CatalogSnapshot read(String unlocked, String relations, Map<Long, Relation> known) throws SQLException {
        queries.execute("columns" + relations, this::addColumn);
        queries.execute("constraints" + relations, this::addConstraint);
        queries.execute("triggers" + relations, this::addTrigger);
        queries.execute("relations" + relations, row -> add(known, row));
        return CatalogSnapshot.of(unlocked, known.values());
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
