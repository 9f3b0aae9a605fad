package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ChangingSchema;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one may expect of scripts: that each changes the schema as it did when it was proved.
///
/// @param comparison leaves out what repeatable scripts make, and what had drifted before
/// @param history as it is before the first script
record ResultCheck(Manifest manifest, RevisionGraph graph, ProvedComparison comparison, History history) {
    /// What a script did that was not proved of it, or failed to do that was.
    ///
    /// @param were the schema before the script, of a database with the applied revisions
    /// @param changed what is other after it
    List<SchemaDifference> broken(
            ResumableStep resumable, NavigableSet<Version> applied, ChangingSchema were, List<Change> changed) {
        if (isAsProved(resumable, were, changed)) {
            return List.of();
        }
        Schema all = were.schema();
        Schema before = comparison.named(all);
        Schema after = comparison.named(all.with(changed));
        return switch (resumable.step().script()) {
            case Script.Versioned script ->
                proved(script.version())
                        .map(revision -> broken(before, base(resumable, applied, before), revision.changes(), after))
                        .orElse(List.of());
            case Script.Baseline script ->
                new ProvedSchemas(manifest)
                        .at(graph.reached(script))
                        .map(proved ->
                                broken(before, base(resumable, applied, before), Schema.EMPTY.changesTo(proved), after))
                        .orElse(List.of());
            case Script.Undo script -> broken(script, resumable, applied, before, after);
            case Script.Repeatable script -> broken(script, applied, before, after);
        };
    }

    /// Whether a whole script did just what was proved: most do, and to see it takes a look at what it touched alone.
    private boolean isAsProved(ResumableStep resumable, ChangingSchema before, List<Change> changed) {
        if (resumable.begun() != null) {
            return false;
        }
        Optional<List<Change>> proved = switch (resumable.step().script()) {
            case Script.Versioned script -> proved(script.version()).map(ProvedRevision::changes);
            case Script.Undo script -> proved(script.version()).map(revision -> reversed(revision.changes()));
            case Script.Baseline _, Script.Repeatable _ -> Optional.empty();
        };
        return proved.filter(expected -> isSame(before, expected, changed)).isPresent();
    }

    private static boolean isSame(ChangingSchema before, List<Change> expected, List<Change> changed) {
        Schema touched = before.only(Stream.concat(expected.stream(), changed.stream())
                .map(Change::key)
                .toList());
        return touched.with(expected).changesTo(touched.with(changed)).isEmpty();
    }

    private List<SchemaDifference> broken(Schema before, Optional<Schema> base, List<Change> proved, Schema after) {
        return base.map(schema -> comparison.result(before, schema.with(proved), after, Set.of()))
                .orElse(List.of());
    }

    /// What cannot be taken back has no schema to come back to.
    private List<SchemaDifference> broken(
            Script.Undo script, ResumableStep resumable, NavigableSet<Version> applied, Schema before, Schema after) {
        NavigableSet<Version> above = new TreeSet<>(applied);
        above.add(script.version());
        return proved(script.version())
                .filter(revision -> revision.irreversible() == null)
                .map(revision -> broken(before, base(resumable, above, before), reversed(revision.changes()), after))
                .orElse(List.of());
    }

    /// It was proved after all revisions, and on its first run. On a later one what its former text made may go.
    private List<SchemaDifference> broken(
            Script.Repeatable script, NavigableSet<Version> applied, Schema before, Schema after) {
        ProvedRepeatable proved = manifest.repeatables().get(script.description());
        if (proved == null || !applied.containsAll(manifest.revisions().keySet())) {
            return List.of();
        }
        Set<SchemaObject.Key> own = proved.changes().stream().map(Change::key).collect(Collectors.toSet());
        boolean first = history.rows().stream()
                .noneMatch(row -> row.version() == null && row.description().equals(script.description()));
        return comparison.result(before, before.with(proved.changes()), after, own).stream()
                .filter(difference -> first || difference.live() != null || own.contains(difference.key()))
                .toList();
    }

    private Optional<ProvedRevision> proved(Version version) {
        return Optional.ofNullable(manifest.revisions().get(version));
    }

    /// What an earlier run did of a script is in the schema already, so it has to be taken from the manifest.
    private Optional<Schema> base(ResumableStep resumable, NavigableSet<Version> applied, Schema before) {
        return resumable.begun() == null ? Optional.of(before) : new ProvedSchemas(manifest).at(applied);
    }

    private static List<Change> reversed(List<Change> changes) {
        return changes.stream().map(ResultCheck::reversed).toList();
    }

    private static Change reversed(Change change) {
        return switch (change) {
            case Change.Added(SchemaObject object) -> new Change.Removed(object);
            case Change.Removed(SchemaObject object) -> new Change.Added(object);
            case Change.Altered(SchemaObject before, SchemaObject after) -> new Change.Altered(after, before);
        };
    }
}
