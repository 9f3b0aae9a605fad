package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.workbench.trace.CatalogChange;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.StatementTrace;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A statement of a script, seen together with the others.
record StatementContext(ScriptFile file, List<StatementTrace> all, int number) {
    StatementTrace now() {
        return all.get(number);
    }

    /// The statements of the same transaction that ran before.
    Stream<StatementTrace> earlier() {
        return all.subList(0, number).stream().filter(this::isTogether);
    }

    /// All statements of the same transaction.
    Stream<StatementTrace> together() {
        return all.stream().filter(this::isTogether);
    }

    private boolean isTogether(StatementTrace other) {
        return other.transaction() == now().transaction();
    }

    <C extends CatalogChange> Stream<C> changes(Class<C> kind) {
        return now().changes().stream().filter(kind::isInstance).map(kind::cast);
    }

    <C extends CatalogChange> Stream<C> changes(Class<C> kind, String table) {
        return changes(kind).filter(change -> change.table().equals(table));
    }

    /// What the statement did to a table and its partitions.
    Stream<Touched> family(String table) {
        return now().relations().stream()
                .filter(touched ->
                        touched.root().equals(table) || touched.relation().equals(table));
    }

    /// Whether all rows were read.
    boolean isScanned(String table) {
        return family(table).anyMatch(touched -> touched.reading() == Reading.WHOLE);
    }

    boolean isRewritten(String table) {
        return family(table).anyMatch(touched -> touched.file() == File.REWRITTEN);
    }

    /// Whether the transaction keeps others from writing to the table while the statement runs.
    boolean blocksWrites(String table) {
        return Stream.concat(earlier(), Stream.of(now()))
                .flatMap(statement -> statement.relations().stream())
                .filter(touched -> touched.relation().equals(table))
                .anyMatch(StatementContext::blocksWrites);
    }

    static boolean blocksWrites(Touched touched) {
        LockMode lock = touched.lock();
        return lock != null && lock.blocksWrites();
    }

    /// What an earlier statement of the transaction locked against everybody, and the script does not drop.
    Stream<Locked> lockedBefore() {
        return earlier()
                .flatMap(statement -> statement.relations().stream()
                        .filter(touched -> touched.kind().holdsRows()
                                && touched.lock() == LockMode.ACCESS_EXCLUSIVE
                                && !isDropped(touched.root()))
                        .map(touched -> locked(touched, statement)));
    }

    Locked locked(Touched touched, StatementTrace by) {
        return new Locked(
                touched.root(), SourcePlace.of(file, by.statement(), 0).line());
    }

    boolean isDropped(String table) {
        return all.stream()
                .flatMap(statement -> statement.relations().stream())
                .anyMatch(touched -> touched.relation().equals(table) && touched.file() == File.DROPPED);
    }

    /// A table that a statement locked.
    ///
    /// @param line of the script where that statement begins
    record Locked(String table, int line) {
        static Optional<Locked> other(Stream<Locked> locked, String table) {
            return locked.filter(one -> !one.table().equals(table)).findFirst();
        }

        /// For people: `public.users, locked in line 3`.
        String text() {
            return "%s, locked in line %d".formatted(table, line);
        }
    }
}
