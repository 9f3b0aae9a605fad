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

    /// Those of scripts under way, which are recorded as well.
    private SortedSet<Version> begun;

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
        begun = history.contracts().stream()
                .filter(version -> Optional.ofNullable(rows.get(version))
                        .filter(row -> !row.success())
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether one of them is higher than a version.
    public boolean standAbove(Version version) {
        return !applied.isEmpty() && applied.last().compareTo(version) > 0;
    }

    /// What the record must say once the script is applied, if it changes.
    public Optional<Collection<Version>> after(Script script) {
        return changed(with(script), begunWithout(script));
    }

    /// The script is applied.
    public void passed(Script script) {
        applied = with(script);
        begun = begunWithout(script);
    }

    /// What the record must say while the script is under way, if it changes: what is applied in part is a contract
    /// already, and what is taken back in part still is one.
    ///
    /// @param left whether the script may have left something in the database
    public Optional<Collection<Version>> during(Script script, boolean left) {
        return changed(applied, begunWith(script, left));
    }

    /// That is recorded.
    public void recorded(Script script, boolean left) {
        begun = begunWith(script, left);
    }

    private Optional<Collection<Version>> changed(SortedSet<Version> nextApplied, SortedSet<Version> nextBegun) {
        SortedSet<Version> next = union(nextApplied, nextBegun);
        return next.equals(union(applied, begun)) ? Optional.empty() : Optional.of(next);
    }

    private static SortedSet<Version> union(SortedSet<Version> some, SortedSet<Version> others) {
        SortedSet<Version> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private SortedSet<Version> begunWith(Script script, boolean left) {
        if (!(script instanceof Script.Versioned applying)) {
            return begun;
        }
        SortedSet<Version> next = begunWithout(script);
        if (left) {
            add(next, applying);
        }
        return next;
    }

    private SortedSet<Version> begunWithout(Script script) {
        SortedSet<Version> next = new TreeSet<>(begun);
        switch (script) {
            case Script.Revision applying -> next.remove(applying.version());
            case Script.Undo undone -> next.remove(undone.version());
            case Script.Repeatable repeated -> {}
        }
        return next;
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
