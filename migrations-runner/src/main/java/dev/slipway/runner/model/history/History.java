package dev.slipway.runner.model.history;

import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rows of the history in the order they were written, and what they amount to.
///
/// A row of type `DELETE` takes the last row of its version back, as stock Flyway reads it, and so do those that the
/// undo scripts of its paid editions leave.
///
/// @param contracts the applied revisions that are recorded as such that only services built for them can run on
public record History(List<HistoryRow> rows, List<Version> contracts) {
    public static final History EMPTY = new History(List.of());

    public History {
        rows = List.copyOf(rows);
        contracts = List.copyOf(contracts);
    }

    /// One without a record of contract revisions.
    public History(List<HistoryRow> rows) {
        this(rows, List.of());
    }

    /// The rows that stand, one per version. Those without success are scripts under way: applied, or if they undo
    /// taken back, only in part.
    public SortedMap<Version, HistoryRow> versions() {
        SortedMap<Version, HistoryRow> standing = new TreeMap<>();
        for (HistoryRow row : rows) {
            Version version = row.version();
            // old Flyways gave the schema that they made version 0
            if (version == null || row.type().equals(HistoryRow.SCHEMA)) {
                continue;
            }
            if (row.isUndo() && row.success()) {
                standing.remove(version);
            } else {
                standing.put(version, row);
            }
        }
        return standing;
    }

    /// The revisions of which a script is under way.
    public SortedSet<Version> begun() {
        SortedSet<Version> begun = new TreeSet<>();
        versions().forEach((version, row) -> {
            if (!row.success()) {
                begun.add(version);
            }
        });
        return begun;
    }

    /// The last run of a repeatable script.
    public Optional<HistoryRow> lastRun(String description) {
        return rows.stream()
                .filter(row -> row.isRepeatable() && row.description().equals(description))
                .reduce((former, latter) -> latter)
                .filter(row -> !row.isUndo());
    }

    /// The last runs of all repeatable scripts that count as run.
    public List<HistoryRow> repeatables() {
        return rows.stream()
                .filter(row -> row.isRepeatable() && row.success())
                .filter(row -> lastRun(row.description()).filter(row::equals).isPresent())
                .toList();
    }

    /// The highest version up to which the database has everything, whatever scripts there are for it.
    public Optional<Version> baseline() {
        return versions().values().stream()
                .filter(row -> row.isBaseline() && row.success())
                .map(HistoryRow::version)
                .filter(Objects::nonNull)
                .reduce((lower, higher) -> higher);
    }

    /// Whether no script left a row in it.
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.type().equals(HistoryRow.SCHEMA));
    }

    public int nextRank() {
        return rows.isEmpty() ? 1 : Math.max(0, rows.getLast().rank()) + 1;
    }
}
