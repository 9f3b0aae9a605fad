package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ChangingSchema;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds the parts of a manifest against each other: each change must fit to the schema it was seen on, and each
/// fingerprint to the changes that lead to it.
final class ManifestCheck {
    private final Manifest manifest;
    private final ProvedGraph graph;
    private ChangingSchema schema = ChangingSchema.of(Schema.EMPTY);

    /// The revision whose schema it is, or none at first.
    private List<Version> composed = List.of();

    private ManifestCheck(Manifest manifest) {
        this.manifest = manifest;
        this.graph = new ProvedGraph(manifest);
    }

    /// @throws Unreadable if something does not fit
    static void check(Manifest manifest) {
        ManifestCheck check = of(manifest);
        check.graph.order().forEach(version -> {
            if (!check.fingerprint(version).equals(check.revision(version).fingerprint())) {
                throw ManifestFaults.altered(
                        "the fingerprint of revision %s is not that of its changes".formatted(version));
            }
        });
        manifest.baselines().forEach(check::standsFor);
    }

    /// The same manifest with the fingerprints of its changes, whatever its own are like.
    ///
    /// @throws Unreadable if something else does not fit
    static Manifest withFingerprints(Manifest manifest) {
        ManifestCheck check = of(manifest);
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        check.graph
                .order()
                .forEach(version ->
                        revisions.put(version, check.revision(version).withFingerprint(check.fingerprint(version))));
        SortedMap<Version, ProvedBaseline> baselines = new TreeMap<>();
        manifest.baselines().forEach((version, baseline) -> {
            Version stands = check.standsFor(version, baseline);
            baselines.put(
                    version,
                    new ProvedBaseline(
                            baseline.script(),
                            Objects.requireNonNull(revisions.get(stands)).fingerprint()));
        });
        return new Manifest(revisions, baselines, manifest.repeatables(), manifest.together());
    }

    private static ManifestCheck of(Manifest manifest) {
        ManifestCheck check = new ManifestCheck(manifest);
        check.graph.fault().ifPresent(fault -> {
            throw ManifestFaults.altered(fault);
        });
        return check;
    }

    /// The fingerprint of the changes that lead to a revision.
    private String fingerprint(Version version) {
        ProvedRevision revision = revision(version);
        compose(version, revision.parents());
        boolean oneParent = revision.parents().size() < 2;
        for (Change change : revision.changes()) {
            if (oneParent && !fits(change)) {
                throw ManifestFaults.altered(
                        "revision %s: what it changes of %s is not what the revisions before it left"
                                .formatted(version, change.key()));
            }
        }
        schema.apply(revision.changes());
        return schema.fingerprint();
    }

    /// Whether the schema is one that the change could be seen on.
    private boolean fits(Change change) {
        SchemaObject known = schema.get(change.key());
        return switch (change) {
            case Change.Added _ -> known == null;
            case Change.Altered(SchemaObject before, SchemaObject _) -> isSame(before, known);
            case Change.Removed(SchemaObject object) -> isSame(object, known);
        };
    }

    private static boolean isSame(SchemaObject expected, @Nullable SchemaObject known) {
        return known != null && known.hash().equals(expected.hash());
    }

    /// It stands for the last revision up to its version.
    private Version standsFor(Version version, ProvedBaseline baseline) {
        return manifest.revisions().keySet().stream()
                .filter(revision -> revision.compareTo(version) <= 0)
                .reduce((lower, higher) -> higher)
                .filter(revision -> revision(revision).fingerprint().equals(baseline.fingerprint()))
                .orElseThrow(() -> ManifestFaults.altered(
                        "the fingerprint of baseline %s is not that of the revision it stands for".formatted(version)));
    }

    /// Most revisions build on the one that was checked last.
    private void compose(Version version, List<Version> parents) {
        if (!parents.equals(composed)) {
            List<Version> closure = graph.closure(version);
            schema = ChangingSchema.of(Schema.EMPTY);
            closure.subList(0, closure.size() - 1).forEach(before -> schema.apply(changes(before)));
        }
        composed = List.of(version);
    }

    private List<Change> changes(Version version) {
        return revision(version).changes();
    }

    private ProvedRevision revision(Version version) {
        return Objects.requireNonNull(manifest.revisions().get(version));
    }
}
