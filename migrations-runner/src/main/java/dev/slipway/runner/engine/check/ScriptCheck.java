package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.engine.graph.Heads;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.SeveralHeads;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.proof.AcceptedChecksums;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptNote;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with the scripts, as far as it can be told without a database.
record ScriptCheck(LoadedScripts reading, Placeholders placeholders, ManifestFile manifest) {
    /// The revisions, unless they form no graph.
    Optional<RevisionGraph> graph() {
        List<ScriptProblem> problems = new ArrayList<>();
        GraphCheck.check(reading.scripts(), problems::add);
        return problems.isEmpty()
                ? Optional.of(RevisionGraph.of(reading.scripts(), new AcceptedChecksums(manifest)))
                : Optional.empty();
    }

    List<Finding> findings() {
        ScriptSet scripts = reading.scripts();
        List<Finding> findings = new ArrayList<>();
        reading.problems()
                .forEach(problem -> findings.add(CheckFindings.of(problem, "every command refuses the scripts")));
        addFaults(findings, inspect(up()), "`upgrade` is refused before it changes anything");
        addFaults(findings, inspect(scripts.undo()), "`downgrade` is refused before it changes anything");
        graph().filter(graph -> graph.heads().size() > 1).ifPresent(graph -> findings.add(severalHeads(graph)));
        graph().ifPresent(graph -> findings.addAll(new ProofFindings(manifest).of(graph)));
        return findings;
    }

    /// What is no fault, and yet worth knowing.
    List<ScriptNote> notes() {
        return Stream.concat(
                        reading.scripts().all().filter(this::hasNoSeparator).map(ScriptCheck::undescribed),
                        Stream.of(up(), ownUndo()).flatMap(scripts -> inspect(scripts).notes().stream()))
                .filter(note -> reading.problems().stream()
                        .noneMatch(problem -> problem.origin().equals(note.origin())))
                .toList();
    }

    private boolean hasNoSeparator(Script script) {
        return !script.file().fileName().contains(reading.scripts().naming().separator());
    }

    private static ScriptNote undescribed(Script script) {
        return new ScriptNote(
                script.file().origin(),
                0,
                "the name has no separator, so that all of it is the version: the script has no description");
    }

    /// Without those of merges, which may well be empty.
    private List<Script.Undo> ownUndo() {
        ScriptSet scripts = reading.scripts();
        return scripts.undo().stream()
                .filter(undo -> scripts.find(undo.version())
                        .filter(script -> script.header().isMerge())
                        .isEmpty())
                .toList();
    }

    private List<Script> up() {
        return reading.scripts()
                .all()
                .filter(script -> !(script instanceof Script.Undo))
                .toList();
    }

    /// What shows only when scripts are split into statements.
    private StepReader.Inspected inspect(List<? extends Script> scripts) {
        return StepReader.inspect(scripts, placeholders);
    }

    private static void addFaults(List<Finding> findings, StepReader.Inspected inspected, String effect) {
        inspected.problems().forEach(problem -> findings.add(CheckFindings.of(problem, effect)));
    }

    private static Finding severalHeads(RevisionGraph graph) {
        SeveralHeads several = Heads.several(graph, graph.heads());
        String files = graph.heads().stream()
                .map(head -> graph.script(head).file().origin())
                .collect(Collectors.joining(", "));
        return CheckFindings.of(files, several, List.of(several.details().getLast()));
    }
}
