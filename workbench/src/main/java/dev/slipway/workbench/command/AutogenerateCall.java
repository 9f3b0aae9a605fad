package dev.slipway.workbench.command;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.GivenScripts;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.workbench.autogenerate.AutogenerateRequest;
import dev.slipway.workbench.autogenerate.AutogenerateResult;
import dev.slipway.workbench.autogenerate.Autogenerator;
import dev.slipway.workbench.autogenerate.ObjectRename;
import dev.slipway.workbench.autogenerate.Proposal;
import dev.slipway.workbench.autogenerate.ProposedAllowances;
import dev.slipway.workbench.autogenerate.RenameCandidate;
import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.prove.ProveResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares, writes and proves, on one scratch server.
record AutogenerateCall(GivenScripts given, AutogenerateOptions options) {
    private static final String COMMAND = "revision --autogenerate";

    Report report(RevisionRequest request) {
        Context context = given.context();
        RevisionFolder home = given.scripts().home(context);
        List<ObjectRename> renames = options.parsedRenames();
        Set<String> before = files(home.scripts());
        ScratchUpgrade ground = drafting().ground(RevisionGraph.of(home.scripts()), request.head());
        RevisionWriter writer = new RevisionWriter(home, InstantSource.system());
        writer.check(request);
        Supplier<List<EntityTable>> entities = options.entities.reading();
        Schemas schemas = context.flyway().schemas(options.defaultSchema, false);
        AutogenerateResult result = options.scratch
                .lend(
                        context,
                        options.scratch.request(context, COMMAND, options.wait.limit, schemas),
                        server -> written(server, asked(ground, entities.get(), renames), writer, request))
                .withoutFormer(before);
        ProveResult proof = result.proof();
        boolean found = !result.findings().isEmpty()
                || (proof != null && !proof.findings().isEmpty());
        return new Report(found ? ExitCode.FINDINGS : ExitCode.DONE, result, AutogenerateText.of(result));
    }

    /// Repeatable scripts stand on what is new.
    private static Set<String> files(ScriptSet scripts) {
        return scripts.all()
                .filter(script -> !(script instanceof Script.Repeatable))
                .map(script -> script.file().origin())
                .collect(Collectors.toSet());
    }

    private AutogenerateRequest asked(ScratchUpgrade ground, List<EntityTable> entities, List<ObjectRename> renames) {
        return new AutogenerateRequest(
                ground,
                entities,
                options.entities.kept(given.scripts().model()),
                renames,
                Set.copyOf(options.drops),
                options.one);
    }

    private AutogenerateResult written(
            ScratchServer server, AutogenerateRequest asked, RevisionWriter writer, RevisionRequest request) {
        Proposal proposal;
        try (Autogenerator autogenerator = Autogenerator.start(server, asked)) {
            proposal = autogenerator.propose(this::isMeant);
        }
        return proposal.drafts().isEmpty()
                ? result(proposal, List.of(), List.of(), List.of(), null)
                : written(server, proposal, writer.drafted(request, proposal.drafts()));
    }

    private AutogenerateResult written(ScratchServer server, Proposal proposal, List<WrittenRevision> revisions) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            if (proposal.drafts().get(i).open()) {
                open.add(revisions.get(i).script());
            }
        }
        ProposedAllowances allowances = new ProposedAllowances(revisions, options.one);
        if (!open.isEmpty()) {
            return result(proposal, revisions, open, allowances.write(drafting().tried(server)), null);
        }
        ProveResult proof = drafting().proved(server);
        List<String> allowed = allowances.write(drafting().manifest());
        return result(
                proposal,
                revisions,
                open,
                allowed,
                allowed.isEmpty() ? proof : proof.again(drafting().provedAgain(server)));
    }

    private static AutogenerateResult result(
            Proposal proposal,
            List<WrittenRevision> revisions,
            List<String> open,
            List<String> allowed,
            @Nullable ProveResult proof) {
        return new AutogenerateResult(
                proposal.differences(), proposal.stays(), revisions, open, allowed, proposal.findings(), proof);
    }

    private DraftProof drafting() {
        return new DraftProof(given);
    }

    private Optional<Boolean> isMeant(RenameCandidate candidate) {
        ObjectRename rename = candidate.rename();
        return given.context()
                .question()
                .ask(
                        List.of("%s belongs to no entity, and %s is missing."
                                .formatted(rename.what(), rename.toLabel())),
                        candidate.question());
    }
}
