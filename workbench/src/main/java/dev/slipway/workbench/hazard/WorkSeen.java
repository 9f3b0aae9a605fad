package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.trace.CatalogChange.IndexAdded;
import dev.slipway.workbench.trace.ScriptTrace;
import dev.slipway.workbench.trace.ScriptTrace.StatementTrace;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Tells what the statements of a script did with tables that takes the longer the more rows there are, and under
/// which locks: with the sizes of a database it says how long somebody has to wait there.
public final class WorkSeen {
    private WorkSeen() {}

    public static List<TableWork> of(Script script, ScriptTrace trace) {
        List<TableWork> works = new ArrayList<>();
        for (int number = 0; number < trace.statements().size(); number++) {
            StatementContext seen = new StatementContext(script.file(), trace.statements(), number);
            int line = SourcePlace.of(script.file(), seen.now().statement(), 0).line();
            SortedMap<String, LockMode> locks = locks(seen);
            for (String table : tables(seen)) {
                for (WorkKind kind : new StatementWork(seen, table, members(seen.now(), table)).kinds()) {
                    works.add(new TableWork(line, seen.now().transaction(), kind, table, locks));
                }
            }
        }
        return works;
    }

    /// What the transaction keeps others from writing to, as long as somebody may still want to.
    private static SortedMap<String, LockMode> locks(StatementContext seen) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        Stream.concat(seen.earlier(), Stream.of(seen.now()))
                .forEach(statement -> statement.relations().stream()
                        .filter(touched -> touched.kind().holdsRows()
                                && StatementContext.blocksWrites(touched)
                                && !seen.isDropped(touched.root()))
                        .forEach(touched -> locks.merge(
                                named(statement, touched),
                                touched.lock(),
                                (one, other) -> one.compareTo(other) > 0 ? one : other)));
        return locks;
    }

    private static Set<String> tables(StatementContext seen) {
        Set<String> tables = new TreeSet<>();
        seen.now().relations().stream()
                .filter(touched -> touched.kind().holdsRows())
                .forEach(touched -> tables.add(named(seen.now(), touched)));
        // a concurrent build is not watched, but the index stands in the catalog
        seen.changes(IndexAdded.class).forEach(index -> tables.add(index.table()));
        return tables;
    }

    private static List<Touched> members(StatementTrace statement, String table) {
        return statement.relations().stream()
                .filter(touched ->
                        touched.kind().holdsRows() && named(statement, touched).equals(table))
                .toList();
    }

    /// What is done to a partition as to the whole table is done to the table: a database has other partitions.
    private static String named(StatementTrace statement, Touched touched) {
        boolean asWhole = statement.relations().stream()
                .anyMatch(other -> other.relation().equals(touched.root()) && other.lock() == touched.lock());
        return asWhole ? touched.root() : touched.relation();
    }
}
