package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import java.util.List;
import java.util.Objects;

/// Holds the parts of a manifest against each other: each change must fit to the schema it was seen on, and each
/// fingerprint to the changes that lead to it.
final class ManifestCheck {
    private final Manifest manifest;
    private final ProvedGraph graph;
    private final ProvedHashes hashes = new ProvedHashes();
    /// The revision whose schema the hashes are, or none at first.
    private List<Version> composed = List.of();

    private ManifestCheck(Manifest manifest) {
        this.manifest = manifest;
        this.graph = new ProvedGraph(manifest);
    }

    /// @throws Unreadable if something does not fit
    static void check(Manifest manifest) {
        ManifestCheck check = new ManifestCheck(manifest);
        check.graph.fault().ifPresent(fault -> {
            throw ManifestFaults.altered(fault);
        });
        for (Version version : check.graph.order()) {
            check.check(version);
        }
        manifest.baselines().forEach(check::check);
    }

    private void check(Version version) {
        ProvedRevision revision = Objects.requireNonNull(manifest.revisions().get(version));
        compose(version, revision.parents());
        boolean oneParent = revision.parents().size() < 2;
        for (Change change : revision.changes()) {
            if (oneParent && !hashes.fits(change)) {
                throw ManifestFaults.altered(
                        "revision %s: what it changes of %s is not what the revisions before it left"
                                .formatted(version, change.key()));
            }
        }
        hashes.apply(revision.changes());
        if (!hashes.fingerprint().equals(revision.fingerprint())) {
            throw ManifestFaults.altered(
                    "the fingerprint of revision %s is not that of its changes".formatted(version));
        }
    }

    /// It stands for the last revision up to its version.
    private void check(Version version, ProvedBaseline baseline) {
        boolean same = manifest.revisions().entrySet().stream()
                .filter(revision -> revision.getKey().compareTo(version) <= 0)
                .reduce((lower, higher) -> higher)
                .filter(revision -> revision.getValue().fingerprint().equals(baseline.fingerprint()))
                .isPresent();
        if (!same) {
            throw ManifestFaults.altered(
                    "the fingerprint of baseline %s is not that of the revision it stands for".formatted(version));
        }
    }

    /// Most revisions build on the one that was checked last.
    private void compose(Version version, List<Version> parents) {
        if (!parents.equals(composed)) {
            List<Version> closure = graph.closure(version);
            hashes.clear();
            closure.subList(0, closure.size() - 1).forEach(before -> hashes.apply(changes(before)));
        }
        composed = List.of(version);
    }

    private List<Change> changes(Version version) {
        return Objects.requireNonNull(manifest.revisions().get(version)).changes();
    }
}
