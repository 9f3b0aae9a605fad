package dev.slipway.runner.command;

import dev.slipway.runner.engine.autogenerate.AutogenerateRequest;
import dev.slipway.runner.engine.autogenerate.AutogenerateResult;
import dev.slipway.runner.engine.autogenerate.Autogenerator;
import dev.slipway.runner.engine.autogenerate.ObjectRename;
import dev.slipway.runner.engine.autogenerate.Proposal;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.prove.ProveResult;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Compares, writes and proves, on one scratch server.
record AutogenerateCall(
        Context context, ScriptOptions scripts, PlaceholderOptions placeholders, AutogenerateOptions options) {
    private static final String COMMAND = "revision --autogenerate";

    Report report(RevisionRequest request) {
        RevisionFolder home = scripts.home(context);
        List<ObjectRename> renames = options.parsedRenames();
        List<EntityTable> entities = options.entities.read(COMMAND);
        AutogenerateRequest asked = new AutogenerateRequest(
                drafting().ground(RevisionGraph.of(home.scripts()), request.head()),
                entities,
                options.entities.kept(scripts.model()),
                renames,
                Set.copyOf(options.drops));
        RevisionWriter writer = new RevisionWriter(home, InstantSource.system());
        writer.check(request);
        Schemas schemas = context.flyway().schemas(options.defaultSchema, false);
        AutogenerateResult result = options.scratch.lend(
                context,
                options.scratch.request(context, COMMAND, options.waitTimeout, schemas),
                server -> written(server, asked, writer, request));
        ProveResult proof = result.proof();
        boolean found = proof != null && !proof.findings().isEmpty();
        return new Report(found ? ExitCode.FINDINGS : ExitCode.DONE, result, AutogenerateText.of(result));
    }

    private AutogenerateResult written(
            ScratchServer server, AutogenerateRequest asked, RevisionWriter writer, RevisionRequest request) {
        Proposal proposal;
        try (Autogenerator autogenerator = new Autogenerator(server, asked)) {
            proposal = autogenerator.propose(this::isMeant);
        }
        if (proposal.drafts().isEmpty()) {
            return new AutogenerateResult(proposal.differences(), List.of(), List.of(), proposal.findings(), null);
        }
        List<WrittenRevision> revisions = writer.drafted(request, proposal.drafts());
        List<String> open = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            if (proposal.drafts().get(i).open()) {
                open.add(revisions.get(i).script());
            }
        }
        return new AutogenerateResult(
                proposal.differences(),
                revisions,
                open,
                proposal.findings(),
                open.isEmpty() ? drafting().proved(server) : null);
    }

    private DraftProof drafting() {
        return new DraftProof(context, scripts, placeholders);
    }

    private boolean isMeant(ObjectRename rename) {
        return context.question()
                .ask(
                        List.of("%s belongs to no entity, and %s of the same kind is missing."
                                .formatted(rename.what(), rename.to())),
                        "Is it renamed, and keeps what is in it?")
                .orElse(false);
    }
}
