package dev.slipway.runner.engine.plan;

import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.HistoryMismatch;
import dev.slipway.runner.model.failure.ScriptsInvalid;
import dev.slipway.runner.model.failure.ScriptsOutOfOrder;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Finds what is pending, or refuses what must not be run.
public final class Planner {
    private final ScriptSet scripts;
    private final Placeholders placeholders;

    public Planner(ScriptSet scripts, Placeholders placeholders) {
        this.scripts = scripts;
        this.placeholders = placeholders;
    }

    /// @throws SlipwayException if the history does not match the scripts, or scripts were added below the position
    public Pending pending(History history, Target target, boolean outOfOrder) {
        List<Mismatch> mismatches = HistoryCheck.mismatches(scripts, history);
        if (!mismatches.isEmpty()) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
        List<Script.Versioned> versioned = versioned(history, target);
        if (!outOfOrder) {
            refuseOutOfOrder(history, versioned);
        }
        return new Pending(versioned, target instanceof Target.Head ? repeatable(history) : List.of());
    }

    private List<Script.Versioned> versioned(History history, Target target) {
        SortedMap<Version, HistoryRow> versions = history.versions();
        Optional<Version> baseline = history.baseline();
        return scripts.versioned().stream()
                .filter(script -> target.reaches(script.version()))
                .filter(script -> baseline.filter(base -> script.version().compareTo(base) <= 0)
                        .isEmpty())
                .filter(script -> {
                    HistoryRow row = versions.get(script.version());
                    return row == null || !row.success();
                })
                .toList();
    }

    private static void refuseOutOfOrder(History history, List<Script.Versioned> pending) {
        history.position().ifPresent(position -> {
            SortedMap<Version, HistoryRow> begun = history.versions();
            List<String> late = pending.stream()
                    .filter(script -> script.version().compareTo(position) < 0)
                    .filter(script -> !begun.containsKey(script.version()))
                    .map(script -> script.file().origin())
                    .toList();
            if (!late.isEmpty()) {
                throw new SlipwayException(new ScriptsOutOfOrder(late, position));
            }
        });
    }

    /// The repeatable scripts that are new or have changed since their last run.
    public List<Pending.Repeat> repeatable(History history) {
        List<Pending.Repeat> changed = new ArrayList<>();
        List<ScriptProblem> problems = new ArrayList<>();
        for (Script.Repeatable script : scripts.repeatable()) {
            placeholders.fill(script.file(), problems::add).ifPresent(text -> {
                int checksum = ScriptFile.checksum(text);
                Integer last = history.lastRun(script.description())
                        .filter(HistoryRow::success)
                        .map(HistoryRow::checksum)
                        .orElse(null);
                if (last == null || last != checksum) {
                    changed.add(new Pending.Repeat(script, checksum));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        return changed;
    }
}
