package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares a database with what was proved, as far as the database can be held to it. Extensions and partitions that
/// no script made, Alembic's own table, and what lies in schemas that none knows, are left to those who made them.
public final class ProvedComparison {
    private static final Set<ObjectKind> REPEATABLE_KINDS = EnumSet.of(
            ObjectKind.FUNCTION, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.TRIGGER, ObjectKind.RULE);

    private static final Pattern LAST_PART = Pattern.compile("(?:\"[^\"]*(?:\"\"[^\"]*)*\"|[^.\"]+)$");

    /// The current schema of a new database.
    private static final String PROVED_HOME = "public";

    private final String home;
    private final Set<SchemaObject.Key> known = new HashSet<>();
    private final Set<String> schemas = new TreeSet<>();
    private final Set<SchemaObject.Key> leftOut = new HashSet<>();
    private final Set<SchemaObject.Key> accepted = new HashSet<>();
    private final VaryingNames names;
    private final Set<String> tablesOfOthers;
    private boolean formerRepeatables;

    /// @param home the schema in which scripts create what they do not qualify
    public ProvedComparison(Manifest manifest, String home) {
        this.home = home;
        known.addAll(known(manifest));
        schemas.addAll(schemas(manifest));
        tablesOfOthers = OtherTools.names(manifest, home);
        Set<SchemaObject.Key> all = new HashSet<>(known);
        manifest.repeatables().values().forEach(script -> script.changes().forEach(change -> all.add(change.key())));
        names = VaryingNames.of(all, all);
    }

    /// A schema under the names under which scripts are recorded to make it.
    public Schema named(Schema live) {
        return names.in(live);
    }

    /// The same, of what is expected to be there alone.
    public static Schema named(Manifest manifest, Schema expected, Schema live) {
        return VaryingNames.of(expected.objects().keySet(), known(manifest)).in(live);
    }

    /// Whether a database with this schema as its home can be compared: scripts that do not qualify what they create
    /// made it in `public` when they were proved.
    public static boolean isPossible(Manifest manifest, String home) {
        Set<String> schemas = schemas(manifest);
        return home.equals(PROVED_HOME) || schemas.contains(home) || !schemas.contains(PROVED_HOME);
    }

    /// Everything that a revision makes, changes or drops.
    public static Set<SchemaObject.Key> known(Manifest manifest) {
        return manifest.revisions().values().stream()
                .flatMap(revision -> revision.changes().stream())
                .map(Change::key)
                .collect(Collectors.toSet());
    }

    /// The schemas in which a revision makes something.
    public static Set<String> schemas(Manifest manifest) {
        return known(manifest).stream()
                .flatMap(key -> Namespace.of(key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Leaves objects out from now on.
    public void leaveOut(Collection<SchemaObject.Key> keys) {
        leftOut.addAll(keys);
    }

    /// Leaves out what a repeatable script may have made in a former text, of which nothing is known any more.
    public void leaveOutFormerRepeatables() {
        formerRepeatables = true;
    }

    /// Leaves out what somebody accepted, whatever it is called after a script.
    public void accept(Collection<SchemaObject.Key> drift) {
        accepted.addAll(drift);
    }

    /// What was accepted, as it is now.
    public AcceptedDrift accepted(Supplier<Schema> now) {
        if (accepted.isEmpty()) {
            return AcceptedDrift.NONE;
        }
        Set<SchemaObject.Key> keys = new HashSet<>(accepted);
        Schema live = named(now.get());
        live.objects().keySet().stream().filter(key -> isAccepted(key, live)).forEach(keys::add);
        return AcceptedDrift.of(keys, live);
    }

    /// What differs before the first script.
    ///
    /// @param held what counts in any case
    public List<SchemaDifference> drift(Schema proved, Schema now, Set<SchemaObject.Key> held) {
        Schema live = VaryingNames.of(proved.objects().keySet(), known).in(now);
        DependentTables left = DependentTables.partitionsAnd(tablesOfOthers, live, known);
        return SchemaDifference.of(proved.changesTo(live).stream()
                .filter(change -> held.contains(change.key()) || (counts(change, schemas) && !isOf(left, change)))
                .toList());
    }

    /// What a script left otherwise than it was proved. Of objects that no revision knows no proof tells what has to
    /// become of them: those change that follow a table, and those that name something with another name.
    ///
    /// @param before the schema before the script
    /// @param held what counts in any case
    public List<SchemaDifference> result(Schema before, Schema expected, Schema live, Set<SchemaObject.Key> held) {
        DependentTables followers = DependentTables.all(before, known);
        Set<String> own = new TreeSet<>(schemas);
        own.add(home);
        return SchemaDifference.of(expected.changesTo(live).stream()
                .filter(change -> held.contains(change.key())
                        || (counts(change, own)
                                && !isOf(followers, change)
                                && !isBystander(change)
                                && !isAccepted(change.key(), live)))
                .toList());
    }

    /// @param own the schemas in which there must be nothing more
    private boolean counts(Change change, Set<String> own) {
        SchemaObject.Key key = change.key();
        if (leftOut.contains(key)) {
            return false;
        }
        // whoever may create extensions often creates them before a script does
        boolean extension = key.kind() == ObjectKind.EXTENSION;
        boolean unknown = !known.contains(key);
        boolean more = change instanceof Change.Added && (extension || unknown);
        // what a former text made is dropped by the version that makes room for the new one
        if (change instanceof Change.Removed && unknown && isFormer(key)) {
            return false;
        }
        // so does whoever makes a schema before the first script
        boolean foreign = key.kind() == ObjectKind.SCHEMA
                || Namespace.of(key).filter(own::contains).isEmpty();
        return !(more && (foreign || isFormer(key)));
    }

    private static boolean isOf(DependentTables followers, Change change) {
        return switch (change) {
            case Change.Added(SchemaObject object) -> followers.have(object.key(), object.definition());
            case Change.Removed(SchemaObject object) -> followers.have(object.key(), object.definition());
            case Change.Altered(SchemaObject before, SchemaObject _) ->
                followers.have(before.key(), before.definition());
        };
    }

    private boolean isBystander(Change change) {
        return change instanceof Change.Altered && !known.contains(change.key());
    }

    /// With its table an object gets another name, except for the last part.
    private boolean isAccepted(SchemaObject.Key key, Schema live) {
        return accepted.contains(key)
                || accepted.stream()
                        .anyMatch(drifted -> drifted.kind() == key.kind()
                                && !live.objects().containsKey(drifted)
                                && lastPart(drifted).equals(lastPart(key)));
    }

    private static String lastPart(SchemaObject.Key key) {
        Matcher last = LAST_PART.matcher(key.name());
        return last.find() ? last.group() : key.name();
    }

    private boolean isFormer(SchemaObject.Key key) {
        return formerRepeatables && REPEATABLE_KINDS.contains(key.kind());
    }
}
