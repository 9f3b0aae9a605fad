package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.impact.ByteSize;
import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.impact.TableSize;
import dev.slipway.runner.model.impact.TableSizes;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.model.script.Script;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was proved of a script, and the tables of a database.
record ScriptImpact(Script script, List<TableWork> works, TableSizes sizes, EarlierRuns earlierRuns) {
    /// What takes less is no measure for what takes long.
    private static final double LEARNED = 1;

    /// Smaller tables keep nobody waiting.
    static final long SMALL = 10 * ByteSize.MEGABYTE;

    /// What is worth a line, in the order of the statements.
    List<Impact> impacts() {
        Map<TableWork, Integer> times = new LinkedHashMap<>();
        works.stream().filter(this::matters).forEach(work -> times.merge(work, 1, Integer::sum));
        return times.entrySet().stream()
                .map(work -> impact(work.getKey(), work.getValue()))
                .toList();
    }

    /// The same with some of the works, under a lock, alone.
    ScriptImpact counted(Predicate<TableWork> counts) {
        return new ScriptImpact(
                script,
                works.stream()
                        .filter(work -> !work.locks().isEmpty() && counts.test(work))
                        .toList(),
                sizes,
                earlierRuns);
    }

    /// How long each table is locked by that transaction of the script which locks it the longest.
    ///
    /// @param counts which works are counted
    SortedMap<String, TimeRange> locked(Predicate<TableWork> counts) {
        SortedMap<String, TimeRange> longest = new TreeMap<>();
        transactions(counts)
                .values()
                .forEach(transaction -> transaction.forEach((table, time) -> longest.merge(
                        table, time, (one, other) -> one.most().compareTo(other.most()) < 0 ? other : one)));
        return longest;
    }

    private Map<Integer, SortedMap<String, TimeRange>> transactions(Predicate<TableWork> counts) {
        Map<Integer, SortedMap<String, TimeRange>> transactions = new TreeMap<>();
        works.stream().filter(this::matters).filter(counts).forEach(work -> {
            SortedMap<String, TimeRange> locked =
                    transactions.computeIfAbsent(work.transaction(), _ -> new TreeMap<>());
            work.locks().keySet().stream()
                    .filter(table -> sizes.find(table).isPresent())
                    .forEach(table -> locked.merge(table, time(work), TimeRange::plus));
        });
        return transactions;
    }

    boolean isTold() {
        return works.stream().anyMatch(this::matters);
    }

    /// The same with what earlier runs took.
    ScriptImpact after(EarlierRuns earlier) {
        return new ScriptImpact(script, works, sizes, earlier);
    }

    /// What is worth to be compared with what it takes, by what is measured elsewhere.
    Optional<EarlierWork> expected() {
        Map<WorkKind, Double> seconds = new EnumMap<>(WorkKind.class);
        works.stream()
                .filter(this::matters)
                .forEach(work -> seconds.merge(work.kind(), measured(work).middle(), Double::sum));
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return seconds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(_ -> all >= LEARNED)
                .map(longest -> new EarlierWork(longest.getKey(), all, 0));
    }

    private boolean matters(TableWork work) {
        return sizes.find(work.table()).filter(size -> size.total() >= SMALL).isPresent();
    }

    private TimeRange time(TableWork work) {
        return earlierRuns.corrected(work.kind(), measured(work));
    }

    private TimeRange measured(TableWork work) {
        return Speed.time(work.kind(), size(work.table()));
    }

    private TableSize size(String table) {
        return sizes.find(table).orElseThrow();
    }

    private Impact impact(TableWork work, int times) {
        TableSize size = size(work.table());
        TimeRange time = time(work);
        TimeRange all = TimeRange.NONE;
        for (int number = 0; number < times; number++) {
            all = all.plus(time);
        }
        return new Impact(
                script.label(),
                script.file().path(),
                work.line(),
                work.kind(),
                times,
                work.table(),
                size.total(),
                all,
                held(work),
                written(work.kind(), size),
                sizes.replicas());
    }

    /// What an index will be, nobody knows; of rows that are written in place only their own part is sure.
    private static long written(WorkKind kind, TableSize size) {
        return switch (kind) {
            case REWRITE -> size.total();
            case WRITE -> size.heap();
            case SCAN, CHECK, FOREIGN_KEY, INDEX -> 0;
        };
    }

    /// The lock on the table itself, or on that of the others which is used most.
    private Impact.@Nullable Held held(TableWork work) {
        Collection<String> locked = work.locks().keySet().stream()
                .filter(table -> sizes.find(table).isPresent())
                .toList();
        if (locked.isEmpty()) {
            return null;
        }
        String table = locked.contains(work.table())
                ? work.table()
                : locked.stream()
                        .max(Comparator.comparingDouble(
                                other -> size(other).writes() + size(other).reads()))
                        .orElseThrow();
        LockMode lock = Objects.requireNonNull(work.locks().get(table));
        return new Impact.Held(
                table,
                lock,
                Math.round(size(table).writes()),
                lock.blocksReads() ? Math.round(size(table).reads()) : 0);
    }
}
