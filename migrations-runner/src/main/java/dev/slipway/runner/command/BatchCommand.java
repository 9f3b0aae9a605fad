package dev.slipway.runner.command;

import dev.slipway.runner.engine.batch.Batcher;
import dev.slipway.runner.engine.batch.BatcherRequest;
import dev.slipway.runner.engine.batch.BatcherResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "batch",
        description = {
            "Goes on with the large changes of data that `upgrade --background-batches` left for later.",
            "It ends when all of them are complete; stopped before, it goes on with the next run."
        },
        footer = {
            "",
            "A script whose rows are complete runs again if older services have written rows since that it has to"
                    + " change.",
            "",
            "Examples:",
            "  slipway batch",
            "  slipway batch --lock-timeout 500ms --format json"
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

    BatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph(context);
        BatcherResult result = connection.connect(
                context,
                "batch",
                session -> Batcher.run(
                        session,
                        new BatcherRequest(
                                graph,
                                scripts.historyTable,
                                placeholders.of(context, session, scripts),
                                scriptLocks.limits(),
                                lock.runLockTimeout),
                        context.progress()));
        return Report.done(result, BatchText.of(result));
    }
}
