package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.apply.DeferredConstraints;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/// Gives rows to tables, to those they refer to, and to those that refer to them.
public final class TableFiller {
    private final Session session;
    private final CheckSolver solver;
    private final ReferenceValues references;
    private final Map<Long, RowTable> tables;
    private final Map<String, String> unfilled = new TreeMap<>();

    private TableFiller(Session session, Map<Long, RowTable> tables) {
        this.session = session;
        this.solver = new CheckSolver(session);
        this.tables = tables;
        this.references = new ReferenceValues(session, tables);
    }

    /// What became of it.
    ///
    /// @param tables that have rows now, qualified, as they stand in SQL
    /// @param unfilled why a table has none, by table
    public record Filled(Set<String> tables, Map<String, String> unfilled) {
        public Filled {
            tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
            unfilled = Collections.unmodifiableMap(new TreeMap<>(unfilled));
        }
    }

    /// @param touched qualified names as they stand in SQL; what is no table is passed over
    public static Filled fill(Session session, Collection<String> touched) throws SQLException {
        if (touched.isEmpty()) {
            return new Filled(Set.of(), Map.of());
        }
        TableFiller filler = new TableFiller(session, TableCatalog.read(session, touched));
        return session.connection().getAutoCommit() ? filler.alone(touched) : filler.within(touched);
    }

    private Filled alone(Collection<String> touched) throws SQLException {
        session.execute("set synchronous_commit = off");
        return fill(touched);
    }

    /// In the transaction that is open. A row that is refused does not end it, and what is deferred is checked row by
    /// row, as it would be without one.
    private Filled within(Collection<String> touched) throws SQLException {
        PGConnection connection = session.connection().unwrap(PGConnection.class);
        AutoSave usual = connection.getAutosave();
        session.execute("savepoint slipway_rows; set constraints all immediate");
        connection.setAutosave(AutoSave.ALWAYS);
        try {
            return fill(touched);
        } finally {
            connection.setAutosave(usual);
            session.execute("release savepoint slipway_rows");
            DeferredConstraints.restore(session);
        }
    }

    private Filled fill(Collection<String> touched) throws SQLException {
        List<RowTable> order = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        for (RowTable table : concerned(touched)) {
            addAfterParents(table, visited, order);
        }
        Set<String> filled = new LinkedHashSet<>();
        List<RowTable> usable = order.stream().filter(RowTable::usable).toList();
        for (RowTable table : usable) {
            fill(table);
        }
        closeCircles(usable);
        for (RowTable table : usable) {
            if (count(table) > 0) {
                filled.add(table.name());
                unfilled.remove(table.name());
            }
        }
        return new Filled(filled, unfilled);
    }

    /// The tables themselves, and those that refer to them; a partition stands for its whole table.
    private Collection<RowTable> concerned(Collection<String> touched) {
        Map<Long, RowTable> concerned = new LinkedHashMap<>();
        tables.values().stream()
                .filter(table -> touched.contains(table.name()))
                .forEach(table -> concerned.put(table.root(), root(table)));
        List<RowTable> children = tables.values().stream()
                .filter(table -> table.parents(concerned.keySet()).size() > 0)
                .toList();
        children.forEach(table -> concerned.put(table.root(), root(table)));
        return concerned.values();
    }

    private RowTable root(RowTable table) {
        return Objects.requireNonNullElse(tables.get(table.root()), table);
    }

    private void addAfterParents(RowTable table, Set<Long> visited, List<RowTable> order) {
        if (!visited.add(table.id())) {
            return;
        }
        for (Long parent : table.parents(tables.keySet())) {
            addAfterParents(root(Objects.requireNonNull(tables.get(parent))), visited, order);
        }
        order.add(table);
    }

    /// Tables that refer to each other: the one that had to wait for the other, and then the other.
    private void closeCircles(List<RowTable> order) throws SQLException {
        Set<Long> late = new HashSet<>();
        for (RowTable table : order) {
            boolean early = table.parents(Set.copyOf(order.subList(order.indexOf(table) + 1, order.size()).stream()
                            .map(RowTable::id)
                            .toList()))
                    .isEmpty();
            if (!early || count(table) == 0) {
                fill(table);
                late.add(table.id());
            }
        }
        for (RowTable table : order) {
            if (!late.contains(table.id()) && !table.parents(late).isEmpty()) {
                fill(table);
            }
        }
    }

    private void fill(RowTable table) throws SQLException {
        TableRows rows = new TableRows(session, table);
        List<ValueSet> full = values(table, false);
        if (table.refersToItself()) {
            rows.insert(filler -> filler.insert(full, true));
        }
        // now there is a row to refer to
        List<ValueSet> more = table.refersToItself() ? values(table, false) : full;
        List<ValueSet> sparse = values(table, true);
        rows.insert(filler -> {
            boolean taken = !table.refersToItself() && filler.insert(full, true);
            taken |= filler.insert(more, true);
            taken |= filler.insert(more, false);
            taken |= filler.insert(sparse, true);
            taken |= filler.insert(sparse, true);
            taken |= filler.insertEach(more);
            return taken || filler.insertMixed(more, sparse);
        });
        rows.refusal().ifPresent(refusal -> unfilled.put(table.name(), refusal));
    }

    private List<ValueSet> values(RowTable table, boolean sparse) throws SQLException {
        List<ValueSet> sets = new ArrayList<>();
        for (RowTable.Constraint key : table.foreignKeys()) {
            sets.add(references.of(table, key, sparse));
        }
        table.columns().stream()
                .filter(column -> column.numbered() && sets.stream().noneMatch(set -> set.has(column)))
                .map(column -> ValueSet.numbered(column, sparse))
                .toList()
                .forEach(sets::add);
        unreferring(table, sets).forEach(column -> sets.addFirst(ValueSet.free(column, sparse, solver::isCastable)));
        Set<RowColumn> free = new LinkedHashSet<>(
                table.columns().stream().filter(RowColumn::isGiven).toList());
        sets.forEach(set -> free.removeAll(set.columns()));
        for (CheckGroup group : CheckGroup.of(table, free)) {
            List<Map<RowColumn, String>> solutions = solver.solve(group.columns(), group.checks(), sparse);
            if (!solutions.isEmpty()) {
                sets.add(ValueSet.checked(group, solutions));
                free.removeAll(group.columns());
            }
        }
        free.forEach(column -> sets.add(ValueSet.free(column, sparse, solver::isCastable)));
        return sets;
    }

    /// Columns of foreign keys that are null in another column, and so refer to nothing.
    private static List<RowColumn> unreferring(RowTable table, List<ValueSet> references) {
        return table.columns().stream()
                .filter(column -> column.isGiven() && column.required())
                .filter(column -> references.stream().anyMatch(set -> set.has(column))
                        && references.stream()
                                .noneMatch(set -> set.choices().getFirst().containsKey(column)))
                .toList();
    }

    private long count(RowTable table) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_catalog.count(*) from (select from %s limit 1) as one".formatted(table.name()))) {
            row.next();
            return row.getLong(1);
        }
    }
}
