package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.EntityCheck;
import dev.slipway.runner.command.GivenScripts;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.workbench.autogenerate.AutogenerateRequest;
import dev.slipway.workbench.autogenerate.ModelCheck;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Compares what the scripts give with what compiled entities need.
@Command
final class CompiledEntityCheck implements EntityCheck {
    private static final String COMMAND = "check";

    @Mixin
    private final EntityOptions entities = new EntityOptions();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Override
    public boolean isGiven() {
        return entities.isGiven();
    }

    @Override
    public List<Finding> findings(RevisionGraph graph, GivenScripts given, ConnectionOptions connection) {
        Context context = given.context();
        AutogenerateRequest request = new AutogenerateRequest(
                new DraftProof(given).ground(graph, null),
                entities.read(),
                entities.kept(given.scripts().model()),
                List.of(),
                Set.of(),
                false);
        return scratch.lend(
                context,
                scratch.request(context, COMMAND, connection.waitTimeout(), connection.schemas(context)),
                server -> ModelCheck.finding(server, request, entities.where()).stream()
                        .toList());
    }
}
