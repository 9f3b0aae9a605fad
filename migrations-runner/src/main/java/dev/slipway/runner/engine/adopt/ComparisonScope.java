package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.OtherTools;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// What the scripts know of schemas, and what of it can be compared without a history.
///
/// @param schemas in which a revision makes something
/// @param ignored schemas that others look after
/// @param extensions that a revision makes; others are the business of who made them
/// @param repeated what repeatable scripts make: no history says which text of them ran, if any
/// @param given schemas that no revision makes, since whoever runs the scripts brings them
record ComparisonScope(
        Set<String> schemas,
        Set<String> ignored,
        Set<SchemaObject.Key> extensions,
        Set<SchemaObject.Key> repeated,
        Set<String> given) {
    /// @param homes the schemas that are made with the history
    static ComparisonScope of(Manifest manifest, Set<String> ignored, Collection<String> homes) {
        Set<String> schemas = new TreeSet<>();
        Set<SchemaObject.Key> extensions = new HashSet<>();
        manifest.revisions().values().stream()
                .flatMap(revision -> revision.changes().stream())
                .map(Change::key)
                .forEach(key -> Namespace.of(key).ifPresentOrElse(schemas::add, () -> extensions.add(key)));
        Set<SchemaObject.Key> repeated = new HashSet<>();
        manifest.repeatables().values().stream()
                .flatMap(repeatable -> repeatable.changes().stream())
                .map(Change::key)
                .forEach(repeated::add);
        Set<String> given = new TreeSet<>(homes);
        ProvedComparison.known(manifest).stream()
                .filter(key -> key.kind() == ObjectKind.SCHEMA)
                .forEach(key -> Namespace.of(key).ifPresent(given::remove));
        return new ComparisonScope(schemas, ignored, extensions, repeated, given);
    }

    boolean isCompared(SchemaObject.Key key) {
        return !repeated.contains(key)
                && !isGiven(key)
                && Namespace.of(key).map(schema -> !ignored.contains(schema)).orElseGet(() -> extensions.contains(key));
    }

    private boolean isGiven(SchemaObject.Key key) {
        return key.kind() == ObjectKind.SCHEMA
                && Namespace.of(key).filter(given::contains).isPresent();
    }

    Schema compared(Schema all) {
        Set<String> ofExtensions = OtherTools.schemasOfExtensions(all);
        ofExtensions.removeAll(schemas);
        return Schema.of(all.objects().values().stream()
                .filter(object -> isCompared(object.key()))
                .filter(object -> Namespace.of(object.key())
                        .filter(ofExtensions::contains)
                        .isEmpty())
                .toList());
    }
}
