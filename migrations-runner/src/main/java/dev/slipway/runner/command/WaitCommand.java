package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.status.RevisionWait;
import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "wait",
        description = "Waits until the database can be migrated, or was migrated, and changes nothing.",
        footer = {
            "",
            "With --until it waits for somebody else who migrates, for example in an init container of a worker. The user",
            "needs to read the history table, and no other privilege. --wait-timeout is for both, the server and the",
            "revision.",
            "",
            "Examples:",
            "  slipway wait --wait-timeout 2m",
            "  slipway wait --until head --wait-timeout 30m"
        })
final class WaitCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Option(
            names = "--until",
            paramLabel = "REV",
            description = "wait until the database has this revision of the scripts and all it builds on: head, heads, "
                    + "a version; else the scripts are not read")
    private @Nullable String until;

    WaitCommand(Context context) {
        this.context = context;
    }

    /// The database that became ready.
    ///
    /// @param until what was waited for, or null if it was the database alone
    record Ready(
            String database, String serverVersion, @Nullable String until) {}

    @Override
    public Report call() {
        long start = System.nanoTime();
        String revision = until;
        return revision == null
                ? connection.connect(context, "wait", session -> ready(session, null))
                : connection.readMeanwhile(context, "wait", () -> waiting(revision, start));
    }

    private Function<Session, Report> waiting(String revision, long start) {
        RevisionGraph graph = scripts.graph(context);
        Target target = Target.parse(revision, graph);
        return session -> {
            Duration left = connection.waitTimeout.minusNanos(System.nanoTime() - start);
            new RevisionWait(
                            graph,
                            target,
                            () -> scripts.history(context, session, graph.scripts())
                                    .history())
                    .await(session.database(), left, context.progress());
            return ready(session, revision);
        };
    }

    private static Report ready(Session session, @Nullable String until) {
        Ready ready = new Ready(session.database(), session.serverVersion(), until);
        return Report.done(
                ready,
                "%s is ready%s (PostgreSQL %s)"
                        .formatted(ready.database(), until == null ? "" : ", and has " + until, ready.serverVersion()));
    }
}
