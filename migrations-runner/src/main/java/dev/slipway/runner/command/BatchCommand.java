package dev.slipway.runner.command;

import dev.slipway.runner.engine.batch.Abandonment;
import dev.slipway.runner.engine.batch.AbandonmentResult;
import dev.slipway.runner.engine.batch.PendingBatches;
import dev.slipway.runner.engine.batch.PendingBatchesRequest;
import dev.slipway.runner.engine.batch.PendingBatchesResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "batch",
        description = {
            "Runs the batches that `upgrade --background-batches` left for later.",
            "It exits when all are complete; if it is stopped, the next run continues."
        },
        footer = {
            "",
            "A script whose rows are complete runs again if older services have written rows since that it has to"
                    + " change.",
            "",
            "Examples:",
            "  slipway batch",
            "  slipway batch --lock-timeout 500ms --format json",
            "  slipway batch --abandon 2"
        })
final class BatchCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Mixin
    private final ScriptLockOptions scriptLocks = new ScriptLockOptions();

    @Option(
            names = "--abandon",
            paramLabel = "REV",
            description =
                    "abandon the rest of this revision: its rows stay as they are, and contract revisions no longer wait for them")
    private @Nullable String abandoned;

    BatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph(context);
        return abandoned == null ? goOn(graph) : abandon(graph, abandoned);
    }

    private Report abandon(RevisionGraph graph, String revision) {
        AbandonmentResult result = connection.connect(
                context,
                "batch",
                session -> Abandonment.of(session, graph, scripts.historyTable(), revision, context.progress()));
        return Report.done(result, BatchText.of(result));
    }

    private Report goOn(RevisionGraph graph) {
        PendingBatchesResult result = connection.connect(
                context,
                "batch",
                session -> PendingBatches.run(
                        session,
                        new PendingBatchesRequest(
                                graph,
                                scripts.historyTable(),
                                placeholders.of(context, session, scripts),
                                scriptLocks.limits(),
                                lock.runLockTimeout),
                        context.progress()));
        return Report.done(result, BatchText.of(result));
    }
}
