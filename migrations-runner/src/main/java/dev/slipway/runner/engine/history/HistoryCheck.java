package dev.slipway.runner.engine.history;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.FormerTexts;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds where the history and the scripts differ, by the rules of Flyway's `validate`.
///
/// Some rules differ on purpose. A revision newer than all scripts is a mismatch, where Flyway passes over it.
/// Scripts that are pending or failed are none, since the next run applies them or goes on; neither is a repeatable
/// script that is gone.
public final class HistoryCheck {
    private HistoryCheck() {}

    /// A script that differs from what was applied in comments and layout alone, as far as the graph knows, is none.
    public static List<Mismatch> mismatches(RevisionGraph graph, History history) {
        return mismatches(graph.scripts(), graph.formerTexts(), history);
    }

    public static List<Mismatch> mismatches(ScriptSet scripts, History history) {
        return mismatches(scripts, FormerTexts.NONE, history);
    }

    private static List<Mismatch> mismatches(ScriptSet scripts, FormerTexts formerTexts, History history) {
        Map<Version, Script.Versioned> known = new TreeMap<>();
        scripts.versioned().forEach(script -> known.put(script.version(), script));
        Optional<Version> baseline = history.baseline();
        List<Mismatch> mismatches = new ArrayList<>();
        history.versions().forEach((version, row) -> {
            Script.Versioned script = known.get(version);
            if (row.isBaseline()) {
                baseline(version, row, scripts).ifPresent(mismatches::add);
                return;
            }
            if (baseline.filter(base -> version.compareTo(base) < 0).isPresent()) {
                return;
            }
            if (row.type().equals(HistoryRow.DELETE)) {
                mismatches.add(new Mismatch.HalfUndone(version, row.script()));
            } else if (script == null && scripts.isCovered(version)) {
                // a baseline script stands for what is gone
                return;
            } else if (script == null) {
                mismatches.add(unknown(version, row, scripts));
            } else if (row.success()) {
                compare(script, formerTexts, row).ifPresent(mismatches::add);
            }
        });
        return mismatches;
    }

    /// Whether the row is what the script would leave behind, or what a baseline script stands for.
    public static boolean agrees(Script.Revision script, HistoryRow row) {
        return switch (script) {
            case Script.Versioned versioned ->
                compare(versioned, FormerTexts.NONE, row).isEmpty();
            case Script.Baseline _ -> true;
        };
    }

    /// What a baseline script made is never compared again, so that it may be changed or go, as with Flyway. Only a
    /// newer one, and one that did not come to its end, must be there.
    private static Optional<Mismatch> baseline(Version version, HistoryRow row, ScriptSet scripts) {
        boolean needed = row.type().equals(HistoryRow.SQL_BASELINE)
                && (!row.success()
                        || scripts.newest()
                                .filter(newest -> version.compareTo(newest) <= 0)
                                .isEmpty());
        boolean there =
                scripts.baselines().stream().anyMatch(script -> script.version().equals(version));
        return needed && !there ? Optional.of(unknown(version, row, scripts)) : Optional.empty();
    }

    private static Mismatch unknown(Version version, HistoryRow row, ScriptSet scripts) {
        boolean newer =
                scripts.newest().filter(head -> version.compareTo(head) <= 0).isEmpty();
        return newer ? new Mismatch.Newer(version, row.script()) : new Mismatch.Missing(version, row.script());
    }

    private static Optional<Mismatch> compare(Script.Versioned script, FormerTexts formerTexts, HistoryRow row) {
        Integer recorded = row.checksum();
        int found = script.file().checksum();
        if (recorded != null && recorded != found && !formerTexts.include(script, recorded)) {
            return Optional.of(new Mismatch.Changed(script.file().path(), recorded, found));
        }
        if (!row.description().equals(NewRow.abbreviated(script.description()))) {
            return Optional.of(new Mismatch.Renamed(script.file().path(), row.description()));
        }
        return Optional.empty();
    }
}
