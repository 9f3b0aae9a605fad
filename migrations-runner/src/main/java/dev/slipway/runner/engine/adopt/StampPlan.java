package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;

/// What has to be written so that the history says what a stamp claims.
///
/// @param missing the claimed revisions that the history does not hold
/// @param forgotten the rows that contradict the claim, or that differ from their script
/// @param denied the revisions of those rows that are not claimed at all
/// @param mismatches how the history differs from the scripts
record StampPlan(
        List<Script.Revision> missing, List<HistoryRow> forgotten, List<Version> denied, List<Mismatch> mismatches) {

    static StampPlan of(RevisionGraph graph, History history, Set<Version> claimed) {
        NavigableSet<Version> applied = new DatabaseState(graph, history).applied();
        List<HistoryRow> forgotten = new ArrayList<>();
        List<Version> denied = new ArrayList<>();
        history.versions().forEach((version, row) -> {
            boolean stays =
                    claimed.contains(version) && row.success() && HistoryCheck.agrees(graph.script(version), row);
            boolean covered = history.baseline()
                    .filter(base -> version.compareTo(base) <= 0)
                    .isPresent();
            boolean gone = isClaimedBelow(graph, claimed, version);
            if (!stays && !covered && !gone) {
                forgotten.add(row);
                applied.remove(version);
            }
            if (!claimed.contains(version) && (!covered || row.isBaseline()) && !gone) {
                denied.add(version);
            }
        });
        List<Script.Revision> missing = graph.inOrder(claimed).stream()
                .filter(version -> !applied.contains(version))
                .map(graph::script)
                .toList();
        return new StampPlan(missing, forgotten, denied, HistoryCheck.mismatches(graph.scripts(), history));
    }

    /// A version without a script, for which a baseline script stands all of whose versions are claimed.
    private static boolean isClaimedBelow(RevisionGraph graph, Set<Version> claimed, Version version) {
        return !graph.contains(version)
                && graph.scripts().baselines().stream()
                        .anyMatch(baseline ->
                                baseline.standsFor(version) && claimed.containsAll(graph.reached(baseline)));
    }

    void refuse(String database, Collection<Version> position) {
        if (mismatches.stream().anyMatch(Mismatch.Unscripted.class::isInstance)) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
        if (!denied.isEmpty()) {
            throw new SlipwayException(new StampContradicted(database, List.copyOf(position), denied));
        }
        if (!mismatches.isEmpty()) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
    }

    /// Rows are never deleted: one of type `DELETE` takes the former one of its version back.
    List<NewRow> rows(History history) {
        List<NewRow> rows = new ArrayList<>();
        int rank = history.nextRank();
        for (HistoryRow row : forgotten) {
            rows.add(NewRow.takingBack(rank++, row));
        }
        for (Script.Revision script : missing) {
            rows.add(NewRow.of(rank++, script, script.file().checksum()));
        }
        return rows;
    }

    List<Version> forgottenVersions() {
        return forgotten.stream()
                .map(HistoryRow::version)
                .filter(Objects::nonNull)
                .toList();
    }
}
