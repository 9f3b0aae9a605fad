package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds what keeps scripts from forming a graph: parents that do not exist, cycles, a branch label given twice.
public final class GraphCheck {
    private static final Pattern LABEL_LINE = Pattern.compile("^\\s*--\\s*branch-label\\s*:");

    private final SortedMap<Version, Script.Revision> scripts = new TreeMap<>();
    private final ScriptSet set;
    private final Consumer<ScriptProblem> problems;

    private GraphCheck(ScriptSet set, Consumer<ScriptProblem> problems) {
        this.set = set;
        set.revisions().forEach(script -> scripts.put(script.version(), script));
        this.problems = problems;
    }

    /// @param scripts each with a version of its own
    public static void check(ScriptSet scripts, Consumer<ScriptProblem> problems) {
        GraphCheck check = new GraphCheck(scripts, problems);
        check.scripts.values().forEach(check::checkParents);
        check.checkCycles();
        check.checkLabels();
        new BaselineCheck(scripts, problems).check();
    }

    private void checkParents(Script.Revision script) {
        if (script.header().revises() instanceof Revises.Named(List<Version> parents, int line)) {
            for (Version parent : new LinkedHashSet<>(parents)) {
                if (parent.equals(script.version())) {
                    problem(script, "it revises itself", "name the revision it builds on");
                } else if (!scripts.containsKey(parent) && !isStoodFor(parent)) {
                    problem(script, "it revises %s, but there is no such script".formatted(parent), help(parent));
                }
            }
            if (new TreeSet<>(parents).size() < parents.size()) {
                problem(script, "it names a parent twice", "name each parent once");
            }
        }
    }

    /// Its script may be gone: the graph begins at a baseline script.
    private boolean isStoodFor(Version parent) {
        return set.beginning().filter(baseline -> baseline.standsFor(parent)).isPresent();
    }

    private String help(Version unknown) {
        List<String> known = scripts.keySet().stream().map(Version::toString).toList();
        return NearMiss.of(unknown.toString(), known)
                .map("did you mean %s?"::formatted)
                .orElse("add V%s, or name a revision that exists".formatted(unknown));
    }

    private void checkCycles() {
        SortedMap<Version, List<Version>> parents = Parents.of(set);
        parents.replaceAll((version, all) -> all.stream()
                .filter(parent -> scripts.containsKey(parent) && !parent.equals(version))
                .toList());
        Set<Version> open = new TreeSet<>(parents.keySet());
        open.removeAll(Set.copyOf(RevisionGraph.inOrder(parents, RevisionGraph.children(parents))));
        while (!open.isEmpty()) {
            List<Version> cycle = cycle(open.iterator().next(), parents, open);
            Script.Revision first = scripts.get(cycle.getFirst());
            problem(
                    Objects.requireNonNull(first),
                    "its parents lead back to itself: " + text(cycle),
                    "take one of these lines out");
            open.removeAll(Set.copyOf(cycle));
            open.removeIf(version -> !leadsToCycle(version, parents, open));
        }
    }

    /// Follows open parents until one comes again; what was passed before it is not part of the cycle.
    private static List<Version> cycle(Version start, Map<Version, List<Version>> parents, Set<Version> open) {
        List<Version> path = new ArrayList<>();
        Version next = start;
        while (!path.contains(next)) {
            path.add(next);
            next = parents.getOrDefault(next, List.of()).stream()
                    .filter(open::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<Version> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
        Version lowest = cycle.stream().min(Version::compareTo).orElseThrow();
        Collections.rotate(cycle, -cycle.indexOf(lowest));
        return cycle;
    }

    private static boolean leadsToCycle(Version version, Map<Version, List<Version>> parents, Set<Version> open) {
        Set<Version> seen = new TreeSet<>();
        List<Version> path = new ArrayList<>(List.of(version));
        while (!path.isEmpty()) {
            for (Version parent : parents.getOrDefault(path.removeLast(), List.of())) {
                if (parent.equals(version)) {
                    return true;
                }
                if (open.contains(parent) && seen.add(parent)) {
                    path.add(parent);
                }
            }
        }
        return false;
    }

    private static String text(List<Version> cycle) {
        return cycle.stream().map(Version::toString).collect(Collectors.joining(" revises "))
                + " revises "
                + cycle.getFirst();
    }

    private void checkLabels() {
        Map<String, Script.Revision> labels = new HashMap<>();
        for (Script.Revision script : scripts.values()) {
            String label = script.header().branchLabel();
            Script.Revision former = label == null ? null : labels.putIfAbsent(label, script);
            if (former != null) {
                problem(
                        script,
                        labelLine(script),
                        "branch label \"%s\" is taken already by %s"
                                .formatted(label, former.file().origin()),
                        "give the branch another name");
            }
        }
    }

    /// The header keeps no line for it.
    private static int labelLine(Script.Revision script) {
        List<String> lines = script.file().text().lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(i -> LABEL_LINE.matcher(lines.get(i)).find())
                        .findFirst()
                        .orElse(-1);
    }

    private void problem(Script.Revision script, String what, String help) {
        problem(script, script.header().revises() instanceof Revises.Named named ? named.line() : 0, what, help);
    }

    private void problem(Script.Revision script, int line, String what, String help) {
        problems.accept(new ScriptProblem(script.file().origin(), line, what, help));
    }
}
