package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.engine.graph.Heads;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.manifest.Rewordings;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.script.Reading;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SeveralHeads;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with the scripts, as far as it can be told without a database.
record ScriptCheck(Reading reading, Placeholders placeholders, ManifestFile manifest) {
    /// The revisions, unless they form no graph.
    Optional<RevisionGraph> graph() {
        List<ScriptProblem> problems = new ArrayList<>();
        GraphCheck.check(reading.scripts(), problems::add);
        return problems.isEmpty()
                ? Optional.of(RevisionGraph.of(reading.scripts(), new Rewordings(manifest)))
                : Optional.empty();
    }

    List<Finding> findings() {
        ScriptSet scripts = reading.scripts();
        List<Script> up =
                scripts.all().filter(script -> !(script instanceof Script.Undo)).toList();
        List<Finding> findings = new ArrayList<>();
        reading.problems().forEach(problem -> findings.add(Findings.of(problem, "every command refuses the scripts")));
        addFaults(findings, up, "`upgrade` is refused before it changes anything");
        addFaults(findings, scripts.undo(), "`downgrade` is refused before it changes anything");
        graph().filter(graph -> graph.heads().size() > 1).ifPresent(graph -> findings.add(severalHeads(graph)));
        graph().ifPresent(graph -> findings.addAll(new ProofFindings(manifest).of(graph)));
        return findings;
    }

    /// What shows only when a script is split into statements.
    private void addFaults(List<Finding> findings, List<? extends Script> scripts, String effect) {
        StepReader.problems(scripts, placeholders).forEach(problem -> findings.add(Findings.of(problem, effect)));
    }

    private static Finding severalHeads(RevisionGraph graph) {
        SeveralHeads several = Heads.several(graph, graph.heads());
        String files = graph.heads().stream()
                .map(head -> graph.script(head).file().origin())
                .collect(Collectors.joining(", "));
        return Findings.of(files, several, several.details().getLast());
    }
}
