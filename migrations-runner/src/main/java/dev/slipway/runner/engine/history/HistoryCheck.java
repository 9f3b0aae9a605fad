package dev.slipway.runner.engine.history;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.FormerTexts;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds where the history and the scripts differ, by the rules of Flyway's `validate`.
///
/// Some rules differ on purpose. A revision newer than all scripts is a mismatch, where Flyway passes over it; only a
/// run
/// that has nothing to do lets it pass (`NewerRevisions`).
/// Scripts that are pending or failed are none, since the next run applies them or goes on; neither is a repeatable
/// script that is gone.
public final class HistoryCheck {
    private final ScriptSet scripts;
    private final FormerTexts formerTexts;
    private final Optional<Version> baseline;
    private final List<Version> contracts;
    private final Set<Version> recorded;
    private final Map<Version, Script.Versioned> known = new TreeMap<>();

    private HistoryCheck(ScriptSet scripts, FormerTexts formerTexts, History history) {
        this.scripts = scripts;
        this.formerTexts = formerTexts;
        this.baseline = history.baseline();
        this.contracts = history.contracts();
        this.recorded = history.versions().keySet();
        scripts.versioned().forEach(script -> known.put(script.version(), script));
    }

    /// @throws SlipwayException with `HistoryMismatch` if there is one
    public static void require(RevisionGraph graph, History history) {
        List<Mismatch> mismatches = mismatches(graph, history);
        if (!mismatches.isEmpty()) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
    }

    /// A script that differs from what was applied in comments and layout alone, as far as the graph knows, is none.
    public static List<Mismatch> mismatches(RevisionGraph graph, History history) {
        return new HistoryCheck(graph.scripts(), graph.formerTexts(), history).mismatches(history);
    }

    public static List<Mismatch> mismatches(ScriptSet scripts, History history) {
        return new HistoryCheck(scripts, FormerTexts.NONE, history).mismatches(history);
    }

    private List<Mismatch> mismatches(History history) {
        List<Mismatch> mismatches = new ArrayList<>();
        history.versions().forEach((version, row) -> mismatch(version, row).ifPresent(mismatches::add));
        return mismatches;
    }

    private Optional<Mismatch> mismatch(Version version, HistoryRow row) {
        boolean below = baseline.filter(base -> version.compareTo(base) < 0).isPresent();
        if (below && !row.isBaseline()) {
            return Optional.empty();
        }
        if (!row.success() && !row.isOfScript()) {
            return Optional.of(new Mismatch.FailedElsewhere(version, row.type(), row.script()));
        }
        if (row.isBaseline()) {
            return baseline(version, row);
        }
        return row.isUndo()
                ? Optional.of(new Mismatch.HalfUndone(version, row.script()))
                : version(version, row).map(mismatch -> renumbered(version, row).orElse(mismatch));
    }

    /// What was applied as this version may have another one now.
    private Optional<Mismatch> renumbered(Version version, HistoryRow row) {
        Script.Versioned taker = known.get(version);
        if (!row.isOfScript() || (taker != null && isNamedAlike(taker, row))) {
            return Optional.empty();
        }
        List<Script.Versioned> named = known.values().stream()
                .filter(script ->
                        script.description().equals(row.description()) && !recorded.contains(script.version()))
                .toList();
        return named.size() == 1
                ? Optional.of(new Mismatch.Renumbered(
                        version,
                        row.script(),
                        named.getFirst().version(),
                        named.getFirst().file().path(),
                        taker == null ? null : taker.file().path()))
                : Optional.empty();
    }

    /// A baseline script stands for what is gone.
    private Optional<Mismatch> version(Version version, HistoryRow row) {
        Script.Versioned script = known.get(version);
        if (script == null) {
            return scripts.isCovered(version) ? Optional.empty() : Optional.of(unknown(version, row));
        }
        return row.success() ? compare(script, formerTexts, row) : Optional.empty();
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
    private Optional<Mismatch> baseline(Version version, HistoryRow row) {
        boolean needed = row.type().equals(HistoryRow.SQL_BASELINE)
                && (!row.success()
                        || scripts.newest()
                                .filter(newest -> version.compareTo(newest) <= 0)
                                .isEmpty());
        boolean there =
                scripts.baselines().stream().anyMatch(script -> script.version().equals(version));
        return needed && !there ? Optional.of(unknown(version, row)) : Optional.empty();
    }

    private Mismatch unknown(Version version, HistoryRow row) {
        if (!row.isOfScript()) {
            return new Mismatch.Unscripted(
                    version, row.type(), row.script(), SubstituteScript.name(scripts.naming(), row));
        }
        boolean newer =
                scripts.newest().filter(head -> version.compareTo(head) <= 0).isEmpty();
        return newer
                ? new Mismatch.Newer(version, row.script(), contracts.contains(version))
                : new Mismatch.Missing(version, row.script());
    }

    private static Optional<Mismatch> compare(Script.Versioned script, FormerTexts formerTexts, HistoryRow row) {
        Integer recorded = row.checksum();
        int found = script.file().checksum();
        if (recorded != null && recorded != found && !formerTexts.include(script, recorded)) {
            return Optional.of(new Mismatch.Changed(script.file().path(), recorded, found));
        }
        if (!isNamedAlike(script, row)) {
            return Optional.of(new Mismatch.Renamed(script.file().path(), row.description()));
        }
        return Optional.empty();
    }

    private static boolean isNamedAlike(Script.Versioned script, HistoryRow row) {
        String description = script.description();
        return row.description().equals(description)
                || (!row.isOfScript() && SubstituteScript.isNamed(description, row));
    }
}
