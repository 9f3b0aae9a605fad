package dev.slipway.workbench.command;

import dev.slipway.runner.command.GivenScripts;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.workbench.prove.ProveCall;
import dev.slipway.workbench.prove.ProveRequest;
import dev.slipway.workbench.prove.ProveResult;
import dev.slipway.workbench.prove.TakenRevisions;
import org.jspecify.annotations.Nullable;

/// What scripts that are written for somebody build on, and their proof.
record DraftProof(GivenScripts given) {
    /// @param head the revision that new ones build on, or null for the heads
    ScratchUpgrade ground(RevisionGraph graph, @Nullable String head) {
        return new ScratchUpgrade(
                graph,
                head == null ? new Target.Heads() : Target.parse(head, graph),
                given.scripts().historyTable(),
                session -> given.placeholders(session));
    }

    Manifest manifest() {
        return given.scripts().manifest().readAgain().orElse(Manifest.EMPTY);
    }

    ProveResult proved(ScratchServer server) {
        return proved(server, given.context().progress());
    }

    /// What is proved already, but for headers that say more now; nobody has to hear of it again.
    ProveResult provedAgain(ScratchServer server) {
        return proved(server, _ -> {});
    }

    /// What is found of scripts in which a choice is open, if its first answer is taken; they stay as they are.
    Manifest tried(ScratchServer server) {
        ScriptSet scripts = given.scripts().inspect(given.context()).scripts();
        return call(given.scripts().graph(chosen(scripts))).tried(server);
    }

    private static ScriptSet chosen(ScriptSet scripts) {
        return new ScriptSet(
                scripts.naming(),
                scripts.versioned().stream().map(DraftProof::chosen).toList(),
                scripts.baselines(),
                scripts.undo(),
                scripts.repeatable());
    }

    private static Script.Versioned chosen(Script.Versioned script) {
        ScriptFile file = script.file();
        return new Script.Versioned(
                script.version(),
                script.description(),
                new ScriptFile(file.path(), file.origin(), UnfilledScript.chosen(file.text())),
                script.header());
    }

    private ProveResult proved(ScratchServer server, Progress progress) {
        return call(given.scripts().graph(given.context())).prove(server, progress);
    }

    private ProveCall call(RevisionGraph graph) {
        Manifest known = manifest();
        ProveRequest request = new ProveRequest(
                graph,
                known,
                TakenRevisions.in(known),
                false,
                given.scripts().historyTable(),
                Model.NONE,
                session -> given.placeholders(session));
        return new ProveCall(request, given.scripts().manifest().path());
    }
}
