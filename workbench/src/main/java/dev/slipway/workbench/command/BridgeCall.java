package dev.slipway.workbench.command;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.GivenScripts;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.WrittenText;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.sql.Bridge;
import dev.slipway.workbench.bridge.BridgeRequest;
import dev.slipway.workbench.bridge.BridgeWriter;
import dev.slipway.workbench.prove.ProveResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Writes and proves what begins or ends bridges, on one scratch server.
record BridgeCall(GivenScripts given, AutogenerateOptions options, boolean drop) {
    /// What was written.
    record Result(List<WrittenRevision> revisions, ProveResult proof) {
        Result {
            revisions = List.copyOf(revisions);
        }

        private String text() {
            List<String> lines = new ArrayList<>();
            revisions.forEach(revision -> lines.addAll(WrittenText.files(revision)));
            lines.add(ProveText.of(proof, false));
            lines.add("next: read the scripts, and run `upgrade`");
            return String.join("\n", lines);
        }
    }

    Report report(RevisionRequest request, List<Bridge> bridges) {
        Context context = given.context();
        RevisionFolder home = given.scripts().home(context);
        DraftProof drafting = new DraftProof(given);
        ScratchUpgrade ground = drafting.ground(RevisionGraph.of(home.scripts()), request.head());
        RevisionWriter writer = new RevisionWriter(home, InstantSource.system());
        writer.check(request);
        String command = drop ? "revision --drop-bridge" : "revision --bridge";
        Schemas schemas = context.flyway().schemas(options.defaultSchema, false);
        ScratchRequest scratch = options.scratch.request(context, command, options.wait.limit, schemas);
        Result result = options.scratch.lend(context, scratch, server -> {
            List<WrittenRevision> written =
                    writer.drafted(request, BridgeWriter.drafts(server, new BridgeRequest(ground, bridges, drop)));
            return new Result(written, drafting.proved(server));
        });
        return new Report(
                result.proof().findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, result, result.text());
    }
}
