package dev.slipway.runner.engine.plan;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/// Finds what is pending, or refuses what must not be run.
public final class Planner {
    private final RevisionGraph graph;
    private final Placeholders placeholders;

    public Planner(RevisionGraph graph, Placeholders placeholders) {
        this.graph = graph;
        this.placeholders = placeholders;
    }

    /// Nothing is, if newer scripts than these brought the database further in a way that older services can run on:
    /// repeatable scripts are then as the newer ones have them.
    ///
    /// @throws SlipwayException if the history does not match the scripts, or scripts were added below the position
    public Pending pending(History history, Target target, boolean outOfOrder) {
        List<Mismatch> mismatches = HistoryCheck.mismatches(graph, history);
        List<Version> ahead = NewerRevisions.ahead(graph, history, mismatches);
        if (!mismatches.isEmpty() && ahead.isEmpty()) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
        NavigableSet<Version> applied = new DatabaseState(graph, history).applied();
        List<Version> versions = pending(applied, target);
        if (!ahead.isEmpty()) {
            return Pending.nothing(ahead);
        }
        if (!outOfOrder) {
            refuseOutOfOrder(history, applied, versions);
        }
        return new Pending(
                new BaselineChoice(graph, history).scripts(versions),
                target instanceof Target.Heads ? repeatable(history) : List.of());
    }

    /// How many revisions the database lacks, whether they can be applied or not.
    public int missing(History history) {
        return missing(graph.order(), new DatabaseState(graph, history).applied())
                .size();
    }

    private List<Version> pending(Set<Version> applied, Target target) {
        return switch (target) {
            case Target.Heads() -> missing(graph.order(), applied);
            case Target.At(Version version) -> missing(graph.upTo(List.of(version)), applied);
            case Target.Base() -> List.of();
            case Target.Relative(int steps) -> next(steps, missing(graph.order(), applied));
        };
    }

    private List<Version> missing(Collection<Version> wanted, Set<Version> applied) {
        return graph.inOrder(wanted).stream()
                .filter(version -> !applied.contains(version))
                .toList();
    }

    private static List<Version> next(int steps, List<Version> missing) {
        if (steps < 0) {
            throw new SlipwayException(new UsageFailure(
                    "target \"%d\" leads down".formatted(steps), "use `downgrade %d`".formatted(steps)));
        }
        if (steps > missing.size()) {
            throw new SlipwayException(new UsageFailure(
                    "target \"+%d\" is beyond the head: %d revisions are pending".formatted(steps, missing.size()),
                    "use head"));
        }
        return missing.subList(0, steps);
    }

    private void refuseOutOfOrder(History history, Set<Version> applied, List<Version> pending) {
        Set<Version> begun = history.versions().keySet();
        List<String> late = late(graph, applied).stream()
                .filter(version -> pending.contains(version) && !begun.contains(version))
                .map(version -> graph.script(version).file().origin())
                .toList();
        if (!late.isEmpty()) {
            throw new SlipwayException(new ScriptsOutOfOrder(late, new DatabaseState(graph, history).position()));
        }
    }

    /// The revisions that an applied one builds on, and that are not applied themselves: they were not there when that
    /// was applied.
    public static List<Version> late(RevisionGraph graph, Set<Version> applied) {
        return graph.inOrder(graph.upTo(applied)).stream()
                .filter(version -> !applied.contains(version))
                .toList();
    }

    /// The repeatable scripts that are new or have changed since their last run, or that nobody can tell of because a
    /// placeholder has no value.
    public List<Pending.Repeat> repeatable(History history) {
        List<Pending.Repeat> pending = new ArrayList<>();
        for (Script.Repeatable script : graph.scripts().repeatable()) {
            Optional<Integer> checksum = placeholders.fill(script, _ -> {}).map(Placeholders.Filled::checksum);
            if (checksum.isEmpty() || !checksum.equals(lastRun(script, history))) {
                pending.add(new Pending.Repeat(
                        script, checksum.orElseGet(() -> script.file().checksum())));
            }
        }
        return pending;
    }

    private static Optional<Integer> lastRun(Script.Repeatable script, History history) {
        return history.lastRun(script.description()).filter(HistoryRow::success).map(HistoryRow::checksum);
    }

    /// The repeatable scripts that ran as they are, with their last run.
    public Map<Pending.Text, HistoryRow> repeated(History history) {
        Map<Pending.Text, HistoryRow> repeated = new LinkedHashMap<>();
        for (Pending.Text text : texts()) {
            history.lastRun(text.script().description())
                    .filter(row ->
                            row.success() && Integer.valueOf(text.checksum()).equals(row.checksum()))
                    .ifPresent(row -> repeated.put(text, row));
        }
        return repeated;
    }

    /// The repeatable scripts of which every placeholder has a value.
    public List<Pending.Text> texts() {
        return graph.scripts().repeatable().stream()
                .flatMap(script -> placeholders
                        .fill(script, _ -> {})
                        .map(filled -> new Pending.Text(script, filled.text(), filled.checksum()))
                        .stream())
                .toList();
    }
}
