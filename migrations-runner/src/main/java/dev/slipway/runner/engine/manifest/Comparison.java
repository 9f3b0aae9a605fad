package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares a database with what was proved, as far as the database can be held to it. Extensions that no script
/// made, and what lies in schemas that none knows, are left to those who made them.
public final class Comparison {
    private static final Set<ObjectKind> REPEATABLE_KINDS = EnumSet.of(
            ObjectKind.FUNCTION, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.TRIGGER, ObjectKind.RULE);

    private final Set<SchemaObject.Key> known = new HashSet<>();
    private final Set<String> schemas = new TreeSet<>();
    private final Set<SchemaObject.Key> leftOut = new HashSet<>();
    private boolean formerRepeatables;

    /// @param schema in which scripts create what they do not qualify
    public Comparison(Manifest manifest, String schema) {
        manifest.revisions()
                .values()
                .forEach(revision -> revision.changes().forEach(change -> {
                    known.add(change.key());
                    Namespace.of(change.key()).ifPresent(schemas::add);
                }));
        schemas.add(schema);
    }

    /// Whether anything was proved of a schema, or nothing of any.
    public static boolean knows(Manifest manifest, String schema) {
        List<Change> changes = manifest.revisions().values().stream()
                .flatMap(revision -> revision.changes().stream())
                .toList();
        return changes.isEmpty()
                || changes.stream()
                        .anyMatch(change -> Namespace.of(change.key())
                                .filter(schema::equals)
                                .isPresent());
    }

    /// Leaves objects out from now on.
    public void leaveOut(Collection<SchemaObject.Key> keys) {
        leftOut.addAll(keys);
    }

    /// Leaves out what a repeatable script may have made in a former text, of which nothing is known any more.
    public void leaveOutFormerRepeatables() {
        formerRepeatables = true;
    }

    public List<Difference> between(Schema proved, Schema live) {
        return between(proved, live, Set.of());
    }

    /// @param held what counts in any case
    public List<Difference> between(Schema proved, Schema live, Set<SchemaObject.Key> held) {
        return Difference.of(proved.changesTo(live).stream()
                .filter(change -> held.contains(change.key()) || counts(change))
                .toList());
    }

    private boolean counts(Change change) {
        if (leftOut.contains(change.key())) {
            return false;
        }
        boolean more = change instanceof Change.Added && !known.contains(change.key());
        return !(more && (isForeign(change.key()) || isFormer(change.key())));
    }

    private boolean isForeign(SchemaObject.Key key) {
        return Namespace.of(key).filter(schemas::contains).isEmpty();
    }

    private boolean isFormer(SchemaObject.Key key) {
        return formerRepeatables && REPEATABLE_KINDS.contains(key.kind());
    }
}
