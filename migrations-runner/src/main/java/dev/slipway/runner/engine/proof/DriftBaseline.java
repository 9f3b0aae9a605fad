package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a database should look like before the first script of a run.
///
/// @param schema in which scripts create what they do not qualify
record DriftBaseline(Manifest manifest, RevisionGraph graph, History history, String schema) {
    private static final Pattern REINDEXED = Pattern.compile("_cc(new|old)[0-9]*\"?$");

    /// What cannot be compared, in words.
    Optional<String> unproved() {
        NavigableSet<Version> unknown = applied();
        unknown.removeAll(manifest.revisions().keySet());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("not verified: %s never proved"
                        .formatted(
                                unknown.size() == 1
                                        ? "revision %s was".formatted(unknown.first())
                                        : "revisions %s were".formatted(Version.list(unknown))));
    }

    /// An empty database has nothing that could have drifted, and one between two revisions nothing that is known of
    /// what the script under way touches.
    List<SchemaDifference> drift(List<ResumableStep> resumables, Schema live) {
        if (history.isEmpty()) {
            return List.of();
        }
        NavigableSet<Version> applied = applied();
        Set<Version> begun = history.begun();
        for (ResumableStep resumable : resumables) {
            resume(resumable, applied, begun);
        }
        ProvedComparison comparison = comparison();
        begun.forEach(version -> comparison.leaveOut(keys(version)));
        if (!begun.isEmpty()) {
            comparison.leaveOut(unfinishedIndexes(live));
        }
        RepeatableObjects repeated = new RepeatableObjects(manifest, history);
        return new ProvedSchemas(manifest)
                .at(applied)
                .map(proved ->
                        comparison.drift(proved.with(repeated.current(applied)), live, repeated.currentKeys(applied)))
                .orElse(List.of());
    }

    /// A script of which everything ran is not under way. Of one that was begun something may have run though its row
    /// says nothing of it.
    private void resume(ResumableStep resumable, Set<Version> applied, Set<Version> begun) {
        if (!resumable.isComplete()) {
            return;
        }
        switch (resumable.step().script()) {
            case Script.Revision script -> {
                begun.remove(script.version());
                applied.addAll(graph.reached(script));
            }
            case Script.Undo script -> begun.remove(script.version());
            case Script.Repeatable script -> {}
        }
    }

    /// What REINDEX CONCURRENTLY leaves beside the indexes that it builds anew; the script under way drops it.
    private static List<SchemaObject.Key> unfinishedIndexes(Schema live) {
        return live.objects().values().stream()
                .filter(object -> object.key().kind() == ObjectKind.INDEX
                        && object.definition().endsWith(" invalid")
                        && REINDEXED.matcher(object.key().name()).find())
                .map(SchemaObject::key)
                .toList();
    }

    private List<SchemaObject.Key> keys(Version version) {
        ProvedRevision proved = manifest.revisions().get(version);
        return proved == null
                ? List.of()
                : proved.changes().stream().map(Change::key).toList();
    }

    /// @param accepted the objects that are not held to their proof
    ResultCheck expectations(Set<SchemaObject.Key> accepted) {
        ProvedComparison comparison = comparison();
        comparison.accept(accepted);
        return new ResultCheck(manifest, graph, comparison, history);
    }

    private ProvedComparison comparison() {
        ProvedComparison comparison = new ProvedComparison(manifest, schema);
        RepeatableObjects repeated = new RepeatableObjects(manifest, history);
        comparison.leaveOut(repeated.keys());
        if (repeated.hasFormer()) {
            comparison.leaveOutFormerRepeatables();
        }
        return comparison;
    }

    private NavigableSet<Version> applied() {
        return new TreeSet<>(new DatabaseState(graph, history).applied());
    }
}
