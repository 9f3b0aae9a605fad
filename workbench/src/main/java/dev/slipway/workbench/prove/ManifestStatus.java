package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.Proof;
import dev.slipway.runner.engine.proof.ProofCheck;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a manifest says that still holds for the scripts as they are.
final class ManifestStatus {
    private final RevisionGraph graph;
    private final Manifest manifest;
    private final ProofCheck check;
    private final Set<Version> taken;
    private final boolean repeatablesStand;

    /// Why the schema after a revision may be another one than was proved.
    private final Map<Version, String> unsound = new TreeMap<>();

    /// Whatever it takes as it is stays so.
    ManifestStatus(RevisionGraph graph, Manifest manifest) {
        this(graph, manifest, TakenRevisions.in(manifest));
    }

    /// @param taken the revisions that are to be taken as they are
    ManifestStatus(RevisionGraph graph, Manifest manifest, Set<Version> taken) {
        this.taken = Set.copyOf(taken);
        this.graph = graph;
        this.manifest = manifest;
        this.check = new ProofCheck(graph, manifest);
        this.repeatablesStand = repeatablesStand();
        graph.order().forEach(version -> unsound(version).ifPresent(why -> unsound.put(version, why)));
    }

    private Optional<String> unsound(Version version) {
        Proof proof = check.of(graph.script(version));
        return proof.holds()
                ? graph.parents(version).stream()
                        .filter(unsound::containsKey)
                        .findFirst()
                        .map("it builds on %s, which is not proved as it is"::formatted)
                : Optional.of("it " + proof.text());
    }

    /// Whether anything has to be proved.
    boolean isOpen() {
        return graph.order().stream().anyMatch(version -> open(version).isPresent())
                || graph.besides().stream().anyMatch(script -> open(script).isPresent())
                || graph.scripts().repeatable().stream()
                        .anyMatch(script -> open(script).isPresent())
                || new ScriptSetDigest(graph).open(manifest).isPresent();
    }

    /// Why a revision has to be proved, or nothing if it is proved as it is.
    Optional<String> open(Version version) {
        ProvedRevision proved = manifest.revisions().get(version);
        if (proved == null || unsound.containsKey(version)) {
            return Optional.ofNullable(unsound.get(version));
        }
        return differs(version, proved);
    }

    /// Whether a revision is proved as it is, but for what it builds on.
    boolean isProvedAlone(Version version) {
        ProvedRevision proved = manifest.revisions().get(version);
        return proved != null
                && check.of(graph.script(version)).holds()
                && differs(version, proved).isEmpty();
    }

    private Optional<String> differs(Version version, ProvedRevision proved) {
        Optional<Script.Undo> undo = graph.scripts().undoOf(version);
        return differs(graph.script(version), proved.script(), "it")
                .or(() -> undoDiffers(undo, proved.undo()))
                .or(() -> countsOtherwise(version, proved))
                .or(() -> meetsOthers(proved))
                .or(() -> allowsOthers(graph.script(version), proved.hazards()))
                .or(() -> undo.flatMap(script -> allowsOthers(script, proved.hazards())));
    }

    private Optional<String> countsOtherwise(Version version, ProvedRevision proved) {
        boolean now = taken.contains(version);
        if (proved.taken() == now) {
            return Optional.empty();
        }
        return Optional.of(now ? "it is taken as it is from now on" : "it was taken as it is until now");
    }

    /// What was found of a script where repeatable scripts ran before it may be so no more.
    private Optional<String> meetsOthers(ProvedRevision proved) {
        return proved.findings().isEmpty() || repeatablesStand
                ? Optional.empty()
                : Optional.of("something was found of it, and repeatable scripts were changed since");
    }

    private boolean repeatablesStand() {
        List<Script.Repeatable> scripts = graph.scripts().repeatable();
        return scripts.size() == manifest.repeatables().size()
                && scripts.stream().allMatch(script -> check.of(script).holds());
    }

    /// What stands outside of a script can change while its text does not.
    private static Optional<String> allowsOthers(Script script, List<HazardFound> hazards) {
        boolean same = hazards.stream()
                .filter(found -> found.script().equals(script.file().path()))
                .allMatch(found ->
                        script.header().reasonFor(found.hazard()).equals(Optional.ofNullable(found.allowed())));
        return same ? Optional.empty() : Optional.of("what it is allowed, or why, was changed since it was proved");
    }

    /// Why a baseline script has to be proved that stands for other scripts, or nothing if it is proved as it is.
    Optional<String> open(Script.Baseline script) {
        ProvedBaseline proved = manifest.baselines().get(script.version());
        return graph.reached(script).stream()
                .filter(unsound::containsKey)
                .findFirst()
                .map("it stands for %s, which is not proved as it is"::formatted)
                .or(() -> differs(script, proved == null ? null : proved.script(), "it"));
    }

    /// Why a repeatable script has to be proved, or nothing if it is proved as it is.
    Optional<String> open(Script.Repeatable script) {
        ProvedRepeatable proved = manifest.repeatables().get(script.description());
        return differs(script, proved == null ? null : proved.script(), "it")
                .or(() -> Optional.ofNullable(proved).flatMap(known -> allowsOthers(script, known.hazards())));
    }

    private Optional<String> undoDiffers(Optional<Script.Undo> undo, @Nullable ProvedScript proved) {
        return undo.isPresent()
                ? differs(undo.get(), proved, "its undo script")
                : Optional.ofNullable(proved).map(gone -> "its undo script is gone");
    }

    private Optional<String> differs(Script script, @Nullable ProvedScript proved, String what) {
        Proof proof = check.of(script);
        if (!(proof instanceof Proof.Proved)) {
            return Optional.of(what + " " + proof.text());
        }
        return proved == null || proved.path().equals(script.file().path())
                ? Optional.empty()
                : Optional.of("%s had another name when it was proved: %s".formatted(what, proved.path()));
    }

    /// What of the manifest is not in doubt.
    Manifest sound() {
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>(manifest.revisions());
        revisions.keySet().removeIf(version -> !graph.contains(version) || unsound.containsKey(version));
        SortedMap<Version, ProvedBaseline> baselines = new TreeMap<>(manifest.baselines());
        Set<Version> standing = graph.besides().stream()
                .filter(script -> graph.reached(script).stream().noneMatch(unsound::containsKey))
                .filter(script -> check.of(script).holds())
                .map(Script.Baseline::version)
                .collect(Collectors.toSet());
        baselines.keySet().retainAll(standing);
        Set<String> repeatable = graph.scripts().repeatable().stream()
                .filter(script -> check.of(script).holds())
                .map(Script.Repeatable::description)
                .collect(Collectors.toSet());
        SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>(manifest.repeatables());
        repeatables.keySet().retainAll(repeatable);
        String together = new ScriptSetDigest(graph).digest();
        return new Manifest(
                revisions,
                baselines,
                repeatables,
                together != null && together.equals(manifest.together()) ? together : null);
    }
}
