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

/// The applied revisions that only services built for them can run on.
public final class Contracts {
    private final ScriptSet scripts;
    private SortedSet<Version> applied;

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

    /// What the record must say once the script is applied, if it changes.
    public Optional<Collection<Version>> after(Script script) {
        SortedSet<Version> next = with(script);
        return next.equals(applied) ? Optional.empty() : Optional.of(next);
    }

    /// The script is applied.
    public void passed(Script script) {
        applied = with(script);
    }

    private SortedSet<Version> with(Script script) {
        SortedSet<Version> next = new TreeSet<>(applied);
        switch (script) {
            case Script.Versioned applying -> add(next, applying);
            case Script.Baseline beginning -> begin(next, beginning);
            case Script.Undo undone -> next.remove(undone.version());
            case Script.Repeatable repeated -> {}
        }
        return next;
    }

    private static void add(SortedSet<Version> contracts, Script.Revision script) {
        if (script.header().contract()) {
            contracts.add(script.version());
        }
    }

    /// Services that could not run on a revision cannot run on what stands for it.
    private void begin(SortedSet<Version> contracts, Script.Baseline baseline) {
        add(contracts, baseline);
        scripts.revisions().stream()
                .filter(script -> baseline.standsFor(script.version()))
                .forEach(script -> add(contracts, script));
    }
}
