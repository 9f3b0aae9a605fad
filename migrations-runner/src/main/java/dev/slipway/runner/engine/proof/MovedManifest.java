package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.PublicMentions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A manifest as it would be had `public` another name when it was proved: of what lies in it, under that name.
///
/// Where a definition names `public` otherwise than before an object of the manifest (the type of an extension, a
/// search path), nobody knows what stands there in another schema; such an object is held to its existence alone.
final class MovedManifest {
    private static final String PUBLIC = "public";
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\p{L}\\p{N}_$\".])public\\.(?<name>" + PublicMentions.NAME + ")");
    private static final Pattern QUALIFYING = Pattern.compile("\\bpublic\\.");
    private static final Pattern ANYWHERE = Pattern.compile("\\bpublic\\b");

    private static final Pattern ESCAPED = Pattern.compile("['\\\\]");

    private final Manifest manifest;
    private final String schema;
    private final PublicMentions mentions;
    private final Set<String> names = new HashSet<>();

    /// @param schema the other name, quoted where it must be
    MovedManifest(Manifest manifest, RevisionGraph graph, String schema) {
        this.manifest = manifest;
        this.schema = schema;
        this.mentions = graph.publicMentions();
        changes(manifest)
                .map(Change::key)
                .filter(MovedManifest::isOurs)
                .flatMap(key -> QUALIFIED.matcher(key.name()).results().limit(1))
                .forEach(found -> names.add(found.group("name")));
    }

    private static Stream<Change> changes(Manifest manifest) {
        return Stream.concat(
                        manifest.revisions().values().stream().map(ProvedRevision::changes),
                        manifest.repeatables().values().stream().map(ProvedRepeatable::changes))
                .flatMap(Collection::stream);
    }

    private static boolean isOurs(SchemaObject.Key key) {
        return Namespace.of(key).filter(PUBLIC::equals).isPresent();
    }

    /// Whether a script works in `public` alone.
    boolean isImpossible() {
        return mentions.bind(names);
    }

    Manifest manifest() {
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        manifest.revisions().forEach((version, proved) -> revisions.put(version, proved.with(in(proved.changes()))));
        SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>();
        manifest.repeatables()
                .forEach((name, proved) -> repeatables.put(
                        name, new ProvedRepeatable(proved.script(), in(proved.changes()), proved.hazards())));
        return new Manifest(revisions, manifest.baselines(), repeatables, manifest.together());
    }

    private List<Change> in(List<Change> changes) {
        return changes.stream()
                .filter(change -> isOurs(change.key()))
                .map(this::in)
                .toList();
    }

    private Change in(Change change) {
        return switch (change) {
            case Change.Added(SchemaObject object) -> new Change.Added(in(object));
            case Change.Altered(SchemaObject before, SchemaObject after) -> new Change.Altered(in(before), in(after));
            case Change.Removed(SchemaObject object) -> new Change.Removed(in(object));
        };
    }

    private SchemaObject in(SchemaObject object) {
        String name = object.key().name();
        String moved = name.equals("schema " + PUBLIC) ? "schema " + schema : in(name);
        String definition = in(object.definition());
        SchemaObject renamed = SchemaObject.of(object.key().kind(), moved, definition);
        return object.varies() || isUnknown(object.definition(), definition) ? renamed.varying(definition) : renamed;
    }

    /// In a literal, and where a script puts it, the other name can read otherwise.
    private boolean isUnknown(String definition, String moved) {
        boolean otherwise = ESCAPED.matcher(schema).find() || (mentions.asking() && schema.startsWith("\""));
        return (mentions.asking() ? ANYWHERE : QUALIFYING).matcher(moved).find()
                || (otherwise && !moved.equals(definition));
    }

    private String in(String text) {
        return QUALIFIED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(moved(found)));
    }

    private String moved(MatchResult found) {
        String name = found.group("name");
        return (names.contains(name) ? schema : PUBLIC) + "." + name;
    }
}
