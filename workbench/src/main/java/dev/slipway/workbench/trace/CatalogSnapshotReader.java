package dev.slipway.workbench.trace;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the relations at one moment, in the transaction that is open.
final class CatalogSnapshotReader {
    private static final String MOMENT = "moment";
    private static final String OF_ALL = "_all";
    private static final String OF_SOME = "_some";
    private static final List<String> OBJECTS = List.of("columns", "constraints", "triggers", "relations");
    private static final Map<String, Supplier<String>> QUERIES = prepared();

    private final CatalogQueries queries;
    private final Map<Long, Map<Integer, Relation.Column>> columns = new HashMap<>();
    private final Map<Long, Map<String, Relation.Constraint>> constraints = new HashMap<>();
    private final Map<Long, Map<String, Boolean>> triggers = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();

    private CatalogSnapshotReader(Session session) throws SQLException {
        queries = new CatalogQueries(session.connection());
        queries.prepare(QUERIES);
    }

    /// Before a script.
    static CatalogSnapshot first(Session session) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        return reader.all(reader.firstMoment());
    }

    /// The same where it is known what the last transaction left: reads again only what this one has touched.
    static CatalogSnapshot first(Session session, CatalogSnapshot left) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        CatalogMoment moment = reader.firstMoment();
        return moment.hasNamesOf(left.moment()) ? reader.changed(moment, left) : reader.all(moment);
    }

    /// Before a transaction ends: what it leaves, or nothing if only reading everything would tell.
    static Optional<CatalogSnapshot> left(Session session, CatalogSnapshot before) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        CatalogMoment moment = reader.firstMoment();
        return moment.hasNamesOf(before.moment()) ? Optional.of(reader.changed(moment, before)) : Optional.empty();
    }

    /// After a statement in the same transaction: reads again only what that may have changed.
    static CatalogSnapshot after(Session session, CatalogSnapshot before) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        CatalogMoment moment = reader.moment(since(before));
        return moment.follows(before.moment()) ? reader.changed(moment, before) : reader.whole(moment, before);
    }

    /// After a statement that committed: its locks are gone, so that everything is read again.
    static CatalogSnapshot afterCommit(Session session, CatalogSnapshot before) throws SQLException {
        CatalogSnapshotReader reader = new CatalogSnapshotReader(session);
        return reader.whole(reader.moment(since(before)), before);
    }

    private static String since(CatalogSnapshot before) {
        CatalogMoment last = before.moment();
        return "%d, %d, %d".formatted(last.lastName(), last.lastRelation(), last.nextCommand());
    }

    private CatalogMoment firstMoment() throws SQLException {
        return moment("null, null, 0");
    }

    private CatalogSnapshot all(CatalogMoment moment) throws SQLException {
        read(OF_ALL, moment);
        return CatalogSnapshot.of(moment, relations);
    }

    private CatalogSnapshot changed(CatalogMoment moment, CatalogSnapshot before) throws SQLException {
        Set<Long> again = before.withTables(moment.touched().keySet());
        if (!again.isEmpty()) {
            String oids = again.stream().map(String::valueOf).collect(Collectors.joining(","));
            read("%s('{%s}')".formatted(OF_SOME, oids), moment);
        }
        return before.with(moment, again, relations);
    }

    private CatalogSnapshot whole(CatalogMoment moment, CatalogSnapshot before) throws SQLException {
        read(OF_ALL, moment);
        return before.with(moment.whole(), before.relations().keySet(), relations);
    }

    private static Map<String, Supplier<String>> prepared() {
        Map<String, Supplier<String>> queries = new TreeMap<>();
        queries.put(MOMENT + "(bigint, bigint, bigint)", () -> resource(MOMENT));
        for (String name : OBJECTS) {
            queries.put(name + OF_ALL, () -> resource(name).replace("${some}", "true"));
            queries.put(name + OF_SOME + "(oid[])", () -> resource(name).replace("${some}", "c.oid = any ($1)"));
        }
        return queries;
    }

    private static String resource(String name) {
        return TextResource.read(CatalogSnapshotReader.class, name + ".sql");
    }

    private CatalogMoment moment(String since) throws SQLException {
        List<CatalogMoment> moments = new ArrayList<>();
        queries.execute(
                "%s(%s)".formatted(MOMENT, since),
                row -> moments.add(new CatalogMoment(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getLong(7),
                        touched(row))));
        return moments.getFirst();
    }

    private static Map<Long, String> touched(ResultSet row) throws SQLException {
        Map<Long, String> touched = new HashMap<>();
        Long[] relations = (Long[]) row.getArray(8).getArray();
        String[] locks = (String[]) row.getArray(9).getArray();
        for (int i = 0; i < relations.length; i++) {
            touched.put(relations[i], locks[i]);
        }
        return touched;
    }

    /// @param which the end of the names of the queries
    private void read(String which, CatalogMoment moment) throws SQLException {
        queries.execute("columns" + which, this::addColumn);
        queries.execute("constraints" + which, this::addConstraint);
        queries.execute("triggers" + which, this::addTrigger);
        queries.execute("relations" + which, row -> add(moment, row));
    }

    private void add(CatalogMoment moment, ResultSet row) throws SQLException {
        long oid = row.getLong(1);
        relations.add(new Relation(
                oid,
                row.getString(2),
                row.getString(3),
                RelationKind.of(row.getString(4)),
                new Relation.Index(row.getLong(5), row.getBoolean(6), row.getBoolean(7)),
                row.getBoolean(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                locks(moment.touched().getOrDefault(oid, "")),
                columns.getOrDefault(oid, Map.of()),
                constraints.getOrDefault(oid, Map.of()),
                triggers.getOrDefault(oid, Map.of())));
    }

    /// @param names as `pg_locks` has them, separated by commas
    private static Set<LockMode> locks(String names) {
        Set<LockMode> locks = EnumSet.noneOf(LockMode.class);
        Arrays.stream(names.split(",")).filter(name -> !name.isEmpty()).forEach(name -> locks.add(LockMode.of(name)));
        return locks;
    }

    private void addColumn(ResultSet row) throws SQLException {
        columns.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                .put(
                        row.getInt(2),
                        new Relation.Column(
                                row.getString(3),
                                row.getString(4),
                                new Relation.ResultType(row.getLong(5), row.getInt(6), row.getLong(7)),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                row.getBoolean(10),
                                row.getBoolean(11),
                                texts(row, 12)));
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
