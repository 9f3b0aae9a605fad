package dev.slipway.runner.command;

import dev.slipway.runner.engine.batch.Abandonment;
import dev.slipway.runner.engine.batch.AbandonmentResult;
import dev.slipway.runner.engine.batch.BatchBudgets;
import dev.slipway.runner.engine.batch.PendingBatches;
import dev.slipway.runner.engine.batch.PendingBatchesRequest;
import dev.slipway.runner.engine.batch.PendingBatchesResult;
import dev.slipway.runner.engine.fleet.SessionTraces;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.postgres.connect.Session;
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
            "  slipway batch --abandon 2",
            "  slipway batch --schemas 'tenant_*'"
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

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    private final BatchBudgets budgets = new BatchBudgets();

    BatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph(context);
        Abandonment abandonment = abandoned == null ? null : Abandonment.of(abandoned, graph);
        if (tenants.areGiven()) {
            return fleet(graph, abandonment);
        }
        return connection.connect(context, "batch", session -> {
            if (abandonment != null) {
                AbandonmentResult result = abandonment.run(session, scripts.historyTable(), context.progress());
                return Report.done(result, BatchText.of(result));
            }
            PendingBatchesResult result = goneOn(context, session, graph);
            return Report.done(result, BatchText.of(result));
        });
    }

    private Report fleet(RevisionGraph graph, @Nullable Abandonment abandonment) {
        SessionTraces traces = SessionTraces.of(graph.scripts());
        return FleetReport.of(tenants.each(context, connection, "batch", (own, session) -> {
            if (abandonment != null) {
                AbandonmentResult result = abandonment.run(session, scripts.historyTable(), own.progress());
                return TenantResult.done(result.abandoned(), traces, BatchText.outcome(result), result);
            }
            PendingBatchesResult result = goneOn(own, session, graph);
            return TenantResult.done(!result.completed().isEmpty(), traces, BatchText.outcome(result), result);
        }));
    }

    private PendingBatchesResult goneOn(Context own, Session session, RevisionGraph graph) {
        PendingBatchesRequest request = new PendingBatchesRequest(
                graph,
                scripts.historyTable(),
                placeholders.of(own, session, scripts),
                scriptLocks.limits(),
                lock.runLockTimeout,
                budgets.of(session));
        return PendingBatches.run(session, request, own.progress());
    }
}
