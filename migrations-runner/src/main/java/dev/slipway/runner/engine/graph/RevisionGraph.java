package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.FormerTexts;
import dev.slipway.runner.model.script.PublicMentions;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The revisions and how they build on each other. Lists are in the order in which scripts are applied: a revision
/// comes after its parents, and otherwise the lower version comes first.
public final class RevisionGraph {
    private final ScriptSet scripts;
    private final FormerTexts formerTexts;
    private final SortedMap<Version, List<Version>> parents;
    private final SortedMap<Version, List<Version>> children;
    private final Map<Version, Script.Revision> byVersion = new HashMap<>();
    private final List<Version> order;
    private @Nullable PublicMentions publicMentions;

    private RevisionGraph(ScriptSet scripts, FormerTexts formerTexts) {
        this.scripts = scripts;
        this.formerTexts = formerTexts;
        this.parents = known(Parents.of(scripts));
        this.children = children(parents);
        scripts.revisions().forEach(script -> byVersion.put(script.version(), script));
        this.order = whole(inOrder(parents, children));
    }

    private static SortedMap<Version, List<Version>> known(SortedMap<Version, List<Version>> parents) {
        parents.replaceAll((version, all) -> all.stream()
                .filter(parent -> parents.containsKey(parent) && !parent.equals(version))
                .toList());
        return parents;
    }

    private List<Version> whole(List<Version> ordered) {
        if (ordered.size() == parents.size()) {
            return ordered;
        }
        Set<Version> whole = new LinkedHashSet<>(ordered);
        whole.addAll(parents.keySet());
        return List.copyOf(whole);
    }

    /// Of scripts with faults it is the graph as far as there is one: a parent without a script is none, and revisions
    /// that lead back to themselves come last. Nothing is to be applied by it.
    public static RevisionGraph of(ScriptSet scripts) {
        return of(scripts, FormerTexts.NONE);
    }

    /// @param formerTexts those that count as the scripts of today
    public static RevisionGraph of(ScriptSet scripts, FormerTexts formerTexts) {
        return new RevisionGraph(scripts, formerTexts);
    }

    /// Where the scripts name schema `public`, looked for once.
    public PublicMentions publicMentions() {
        PublicMentions known = publicMentions;
        if (known == null) {
            known = PublicMentions.in(scripts);
            publicMentions = known;
        }
        return known;
    }

    static SortedMap<Version, List<Version>> children(Map<Version, List<Version>> parents) {
        SortedMap<Version, List<Version>> children = new TreeMap<>();
        parents.forEach((version, all) -> all.forEach(parent ->
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(version)));
        return children;
    }

    /// The revisions of other parents than those of scripts, as one finds them in a manifest, in the order of a graph.
    public static List<Version> inOrder(Map<Version, List<Version>> parents) {
        return inOrder(parents, children(parents));
    }

    /// Kahn's algorithm; what is part of a cycle, or builds on one, is left out.
    static List<Version> inOrder(Map<Version, List<Version>> parents, Map<Version, List<Version>> children) {
        Map<Version, Integer> open = new TreeMap<>();
        parents.forEach((version, all) -> open.put(version, all.size()));
        PriorityQueue<Version> ready = new PriorityQueue<>();
        open.forEach((version, count) -> {
            if (count == 0) {
                ready.add(version);
            }
        });
        List<Version> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Version next = ready.remove();
            order.add(next);
            for (Version child : children.getOrDefault(next, List.of())) {
                if (open.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return List.copyOf(order);
    }

    public ScriptSet scripts() {
        return scripts;
    }

    public FormerTexts formerTexts() {
        return formerTexts;
    }

    /// All revisions.
    public List<Version> order() {
        return order;
    }

    public boolean contains(Version version) {
        return parents.containsKey(version);
    }

    /// What brings a database to the revision from those below it. That of a baseline script is it only if there is no
    /// other for its version.
    public Script.Revision script(Version version) {
        return Objects.requireNonNull(byVersion.get(version), () -> "no revision " + version);
    }

    /// The revisions that a database has when it has run the script, the others that it needs not counted.
    public NavigableSet<Version> reached(Script.Revision script) {
        return switch (script) {
            case Script.Versioned applied -> new TreeSet<>(List.of(applied.version()));
            case Script.Baseline baseline -> {
                NavigableSet<Version> covered = new TreeSet<>(order);
                covered.removeIf(version -> !baseline.standsFor(version));
                yield covered;
            }
        };
    }

    /// The baseline scripts that stand for revisions of other scripts.
    public List<Script.Baseline> besides() {
        return scripts.baselines().stream()
                .filter(baseline -> !baseline.equals(byVersion.get(baseline.version())))
                .toList();
    }

    public List<Version> parents(Version version) {
        return parents.getOrDefault(version, List.of());
    }

    public List<Version> children(Version version) {
        return List.copyOf(children.getOrDefault(version, List.of()));
    }

    /// The revisions that build on nothing.
    public List<Version> bases() {
        return order.stream().filter(version -> parents(version).isEmpty()).toList();
    }

    /// The revisions that nothing builds on.
    public List<Version> heads() {
        return order.stream().filter(version -> children(version).isEmpty()).toList();
    }

    /// The revisions on which several build.
    public List<Version> branchPoints() {
        return order.stream().filter(version -> children(version).size() > 1).toList();
    }

    /// The revisions and everything they build on.
    public NavigableSet<Version> upTo(Collection<Version> versions) {
        return reached(versions, parents);
    }

    /// Everything that builds on the revisions, directly or not, without themselves.
    public NavigableSet<Version> above(Collection<Version> versions) {
        NavigableSet<Version> reached = reached(versions, children);
        reached.removeAll(List.copyOf(versions));
        return reached;
    }

    static NavigableSet<Version> reached(Collection<Version> from, Map<Version, List<Version>> edges) {
        NavigableSet<Version> reached = new TreeSet<>();
        Deque<Version> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Version next = open.remove();
            if (reached.add(next)) {
                open.addAll(edges.getOrDefault(next, List.of()));
            }
        }
        return reached;
    }

    /// The revisions of a set that no other of the set builds on: where a database is that has all of them.
    public List<Version> tips(Collection<Version> versions) {
        NavigableSet<Version> below = upTo(
                versions.stream().flatMap(version -> parents(version).stream()).toList());
        return inOrder(
                versions.stream().filter(version -> !below.contains(version)).toList());
    }

    /// The revisions in the order in which they are applied.
    public List<Version> inOrder(Collection<Version> versions) {
        NavigableSet<Version> wanted = new TreeSet<>(versions);
        return order.stream().filter(wanted::contains).toList();
    }

    /// The revision whose branch has this name.
    public Optional<Version> labelled(String label) {
        return scripts.revisions().stream()
                .filter(script -> label.equals(script.header().branchLabel()))
                .map(Script.Revision::version)
                .findFirst();
    }
}
