package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Finds baseline scripts that cannot stand for all versions up to their own.
///
/// The history keeps a version for them, and whoever reads it, Flyway too, takes it for every version up to that. So
/// these have to be one revision and all it builds on, and not a part of several branches.
record BaselineCheck(ScriptSet scripts, Consumer<ScriptProblem> problems) {
    private static final String HELP =
            "let it stand for a revision on which everything before it comes together, or take " + "it away";

    void check() {
        SortedMap<Version, List<Version>> parents = Parents.of(scripts);
        for (Script.Baseline baseline : scripts.baselines()) {
            if (baseline.header().revises() instanceof Revises.Named(List<Version> named, int line)) {
                problem(
                        baseline,
                        line,
                        "a baseline script builds on nothing: it stands for all versions up to its own",
                        "take the line out");
            }
            SortedSet<Version> covered = new TreeSet<>(parents.keySet());
            covered.removeIf(version -> !baseline.standsFor(version));
            check(baseline, covered, parents);
        }
    }

    private void check(
            Script.Baseline baseline, SortedSet<Version> covered, SortedMap<Version, List<Version>> parents) {
        SortedSet<Version> tips = new TreeSet<>(covered);
        for (Version version : covered) {
            for (Version parent : parents.getOrDefault(version, List.of())) {
                tips.remove(parent);
                if (parents.containsKey(parent) && !covered.contains(parent)) {
                    problem(baseline, 0, "it stands for %s, which builds on %s".formatted(version, parent), HELP);
                }
            }
        }
        if (tips.size() > 1) {
            problem(
                    baseline,
                    0,
                    "it stands for %s, which are ends of different branches".formatted(Version.list(tips)),
                    HELP);
        }
    }

    private void problem(Script.Baseline baseline, int line, String what, String help) {
        problems.accept(new ScriptProblem(baseline.file().origin(), line, what, help));
    }
}
