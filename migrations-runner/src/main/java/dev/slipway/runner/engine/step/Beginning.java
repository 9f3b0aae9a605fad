package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.Position;
import dev.slipway.runner.engine.manifest.Comparison;
import dev.slipway.runner.engine.manifest.ProvedSchemas;
import dev.slipway.runner.engine.manifest.Repeated;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// What a database should look like before the first script of a run.
///
/// @param schema in which scripts create what they do not qualify
record Beginning(Manifest manifest, RevisionGraph graph, History history, String schema) {
    /// What cannot be compared, in words.
    Optional<String> unproved() {
        NavigableSet<Version> unknown = applied();
        unknown.removeAll(manifest.revisions().keySet());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("what was there before was not compared with what was proved: %s never proved"
                        .formatted(
                                unknown.size() == 1
                                        ? "revision %s was".formatted(unknown.first())
                                        : "revisions %s were".formatted(Version.list(unknown))));
    }

    /// An empty database has nothing that could have drifted, and one between two revisions nothing that is known of
    /// what the script under way touches.
    List<Difference> drift(List<Work> works, Schema live) {
        if (history.rows().isEmpty()) {
            return List.of();
        }
        NavigableSet<Version> applied = applied();
        Comparison comparison = comparison();
        for (Work work : works) {
            if (work.done() > 0) {
                begun(work, applied, comparison);
            }
        }
        Repeated repeated = new Repeated(manifest, history);
        return new ProvedSchemas(manifest)
                .at(applied)
                .map(proved ->
                        comparison.between(proved.with(repeated.current(applied)), live, repeated.currentKeys(applied)))
                .orElse(List.of());
    }

    private void begun(Work work, NavigableSet<Version> applied, Comparison comparison) {
        boolean complete = work.rest().isEmpty();
        switch (work.step().script()) {
            case Script.Versioned script when complete -> applied.add(script.version());
            case Script.Versioned script -> comparison.leaveOut(keys(script.version()));
            case Script.Undo script when !complete -> comparison.leaveOut(keys(script.version()));
            case Script.Undo script -> {}
            case Script.Repeatable script -> {}
        }
    }

    private List<SchemaObject.Key> keys(Version version) {
        ProvedRevision proved = Objects.requireNonNull(manifest.revisions().get(version));
        return proved.changes().stream().map(Change::key).toList();
    }

    Expectations expectations(List<Difference> drift) {
        Comparison comparison = comparison();
        comparison.leaveOut(drift.stream().map(Difference::key).toList());
        return new Expectations(manifest, comparison, history);
    }

    private Comparison comparison() {
        Comparison comparison = new Comparison(manifest, schema);
        Repeated repeated = new Repeated(manifest, history);
        comparison.leaveOut(repeated.keys());
        if (repeated.hasFormer()) {
            comparison.leaveOutFormerRepeatables();
        }
        return comparison;
    }

    private NavigableSet<Version> applied() {
        return new TreeSet<>(Position.applied(graph, history));
    }
}
