package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The applied revisions that only services built for them can run on.
public final class Contracts {
    private final ScriptSet scripts;
    private final SortedSet<Version> applied;

    public Contracts(ScriptSet scripts, History history) {
        Map<Version, HistoryRow> rows = history.versions();
        Optional<Version> baseline = history.baseline();
        this.scripts = scripts;
        applied = scripts.revisions().stream()
                .filter(script -> script.header().contract())
                .map(Script.Revision::version)
                .filter(version ->
                        baseline.filter(base -> version.compareTo(base) <= 0).isPresent()
                                || Optional.ofNullable(rows.get(version))
                                        .filter(HistoryRow::success)
                                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether one of them is higher than a version.
    public boolean standAbove(Version version) {
        return !applied.isEmpty() && applied.last().compareTo(version) > 0;
    }

    private boolean add(Script.Revision script) {
        return script.header().contract() && applied.add(script.version());
    }

    /// Services that could not run on a revision cannot run on what stands for it.
    private boolean begin(Script.Baseline baseline) {
        boolean changed = add(baseline);
        for (Script.Revision script : scripts.revisions()) {
            changed |= baseline.standsFor(script.version()) && add(script);
        }
        return changed;
    }

    /// What the record must say once the script is applied, or null if it stays as it is.
    public @Nullable Collection<Version> after(Script script) {
        boolean changed = switch (script) {
            case Script.Versioned applying -> add(applying);
            case Script.Baseline beginning -> begin(beginning);
            case Script.Undo undone -> applied.remove(undone.version());
            case Script.Repeatable repeated -> false;
        };
        return changed ? applied : null;
    }
}
