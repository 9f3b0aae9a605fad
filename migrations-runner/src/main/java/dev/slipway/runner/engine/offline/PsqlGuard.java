package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.Relations;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a script asks before it changes anything: whether it is alone, and whether the database is where it begins.
record PsqlGuard(OfflineRequest request, OfflineRun run) {
    /// Takes the lock, and holds it until the session ends or `RELEASE`.
    String lock() {
        return TextResource.read(PsqlGuard.class, "lock.sql")
                .replace("${table}", Quote.literal(request.historyTable()))
                .replace("${flyway}", Long.toString(HistoryTable.FLYWAY));
    }

    String position() {
        RevisionGraph graph = request.graph();
        SortedSet<Version> applied = new DatabaseState(graph, run.history()).applied();
        List<Version> others = graph.order().stream()
                .filter(version -> !applied.contains(version))
                .toList();
        return TextResource.read(PsqlGuard.class, "guard.sql")
                .replace("${applied}", list(graph.inOrder(applied)))
                .replace("${others}", list(others))
                .replace("${undone}", list(undone()))
                .replace("${begun}", begun())
                .replace("${repeated}", repeated())
                .replace("${from}", OfflineRun.name(run.from()))
                .replace(
                        "${relations}",
                        Relations.sql("current_setting('slipway.schema')")
                                .strip()
                                .indent(12)
                                .stripTrailing())
                .replace("${table}", Quote.literal(request.historyTable()));
    }

    private static String list(Collection<Version> versions) {
        return versions.stream().map(Version::toString).collect(Collectors.joining(","));
    }

    /// What is taken back needs a row of its own: a baseline that stands for it cannot be taken back in part.
    private List<Version> undone() {
        return run.steps().stream()
                .flatMap(resumable ->
                        resumable.step().script() instanceof Script.Undo undo ? Stream.of(undo.version()) : Stream.of())
                .toList();
    }

    private String begun() {
        Stream<HistoryRow> versions = run.history().versions().values().stream();
        Stream<HistoryRow> repeats = request.graph().scripts().repeatable().stream()
                .flatMap(script -> run.history().lastRun(script.description()).stream());
        return Stream.concat(versions, repeats)
                .filter(row -> !row.success())
                .map(row -> row.rank() + ":" + Objects.requireNonNullElse(row.checksum(), ""))
                .collect(Collectors.joining(","));
    }

    /// Without a database each repeatable script finds out by itself.
    private String repeated() {
        return run.steps().stream()
                .map(ResumableStep::step)
                .filter(step -> run.connected() && step.script() instanceof Script.Repeatable)
                .map(step -> step.checksum() + ":" + step.script().description())
                .map(Quote::literal)
                .collect(Collectors.joining(", "));
    }
}
