package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.ScriptDigest;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.hazard.WorkSeen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The manifest while it grows.
final class ManifestBuilder {
    private static final Comparator<HazardFound> ORDER = Comparator.comparing(
                    HazardFound::script, Comparator.reverseOrder())
            .thenComparingInt(HazardFound::line)
            .thenComparing(HazardFound::hazard)
            .thenComparing(HazardFound::detail);

    private static final String UNTRIED = "its undo script was not tried";

    private final RevisionGraph graph;
    private final Manifest known;
    private final Set<Version> given;
    private final Schema base;
    private final SortedMap<Version, ProvedRevision> revisions;
    private final SortedMap<Version, ProvedBaseline> baselines;
    private final SortedMap<String, ProvedRepeatable> repeatables;
    private @Nullable String together;
    private @Nullable Below last;

    /// The schema below a revision, which is asked for several times.
    private record Below(Version version, Schema schema) {}

    /// @param known what the file says
    /// @param sound what of it is taken over
    ManifestBuilder(RevisionGraph graph, Manifest known, Manifest sound) {
        this(graph, known, sound, Set.of(), Schema.EMPTY);
    }

    /// @param given revisions that others prove
    /// @param base the schema that they make
    private ManifestBuilder(RevisionGraph graph, Manifest known, Manifest sound, Set<Version> given, Schema base) {
        this.graph = graph;
        this.known = known;
        this.given = given;
        this.base = base;
        this.revisions = new TreeMap<>(sound.revisions());
        this.baselines = new TreeMap<>(sound.baselines());
        this.repeatables = new TreeMap<>(sound.repeatables());
    }

    /// Of a part of a history that begins above others.
    ///
    /// @param base the schema that they make
    static ManifestBuilder above(ProveRequest request, Collection<Version> others, Schema base) {
        return new ManifestBuilder(request.graph(), request.known(), Manifest.EMPTY, Set.copyOf(others), base);
    }

    Manifest manifest() {
        return new Manifest(revisions, baselines, repeatables, together);
    }

    /// The schema that the manifest gives the parents of a revision.
    Schema below(Version version) {
        Below known = last;
        if (known == null || !known.version().equals(version)) {
            known = new Below(version, below(version, known));
            last = known;
        }
        return known.schema();
    }

    /// @param known that of the revision before, on which it mostly builds
    private Schema below(Version version, @Nullable Below known) {
        List<Version> parents = graph.parents(version);
        return known != null && parents.equals(List.of(known.version())) && revisions.containsKey(known.version())
                ? known.schema().with(changes(known.version()))
                : at(graph.upTo(parents));
    }

    private List<Change> changes(Version version) {
        return Objects.requireNonNull(revisions.get(version)).changes();
    }

    /// The schema that the manifest gives revisions.
    Schema at(Collection<Version> versions) {
        List<Change> changes = new ArrayList<>();
        graph.inOrder(versions).stream()
                .filter(version -> !given.contains(version))
                .forEach(version -> changes.addAll(changes(version)));
        return base.with(changes);
    }

    void add(Version version, ProvedRevision proved) {
        revisions.put(version, proved);
    }

    /// What varies stays as it was recorded as long as the script does: the next revisions build on it.
    ProvedRevision proved(RevisionTrial tried, RevisionRun seen) {
        Script.Revision script = tried.script();
        Version version = script.version();
        Script.@Nullable Undo undo = graph.scripts().undoOf(version).orElse(null);
        ProvedRevision former = known.revisions().get(version);
        ProvedScript made = proved(script, former == null ? null : former.script());
        Schema after = former != null && former.script().sql().equals(made.sql())
                ? seen.after().settled(Schema.EMPTY.with(former.changes()))
                : seen.after();
        Schema before = below(version);
        List<Change> changes = before.exactChangesTo(after);
        return new ProvedRevision(
                made,
                undo == null ? null : proved(undo, former == null ? null : former.undo()),
                graph.parents(version),
                tried.taken() && undo != null ? UNTRIED : seen.irreversible(),
                changes,
                before.with(changes).fingerprint(),
                sorted(seen.evidence().hazards()),
                RecordedFindings.of(seen.evidence().findings(), script, undo),
                tried.taken(),
                WorkSeen.of(script, seen.trace()));
    }

    void add(Script.Baseline script, String fingerprint) {
        ProvedBaseline former = known.baselines().get(script.version());
        baselines.put(
                script.version(),
                new ProvedBaseline(proved(script, former == null ? null : former.script()), fingerprint));
    }

    ProvedRepeatable add(Script.Repeatable script, List<Change> changes, Collection<HazardFound> hazards) {
        ProvedRepeatable former = known.repeatables().get(script.description());
        ProvedRepeatable proved =
                new ProvedRepeatable(proved(script, former == null ? null : former.script()), changes, sorted(hazards));
        repeatables.put(script.description(), proved);
        return proved;
    }

    /// That the scripts were tried together.
    void addWhole() {
        together = new ScriptSetDigest(graph).digest();
    }

    boolean has(Version version) {
        return revisions.containsKey(version) || given.contains(version);
    }

    /// Leaves a revision as it was proved before.
    ProvedRevision leave(Version version) {
        ProvedRevision former = Objects.requireNonNull(known.revisions().get(version));
        revisions.put(version, former);
        return former;
    }

    /// Leaves a script as it was proved before.
    void leave(Script.Repeatable script) {
        Optional.ofNullable(known.repeatables().get(script.description()))
                .ifPresent(former -> repeatables.put(script.description(), former));
    }

    void remove(Script.Repeatable script) {
        repeatables.remove(script.description());
    }

    private static List<HazardFound> sorted(Collection<HazardFound> hazards) {
        return hazards.stream().distinct().sorted(ORDER).toList();
    }

    private static ProvedScript proved(Script script, @Nullable ProvedScript former) {
        String sql = ScriptDigest.of(script);
        int checksum = script.file().checksum();
        List<Integer> checksums = new ArrayList<>();
        if (former != null && former.sql().equals(sql)) {
            former.checksums().stream().filter(other -> other != checksum).forEach(checksums::add);
        }
        checksums.add(checksum);
        return new ProvedScript(script.file().path(), checksums, sql);
    }
}
