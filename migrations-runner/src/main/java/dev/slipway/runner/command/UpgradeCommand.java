package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.upgrade.UpgradeRequest;
import dev.slipway.runner.engine.upgrade.UpgradeResult;
import dev.slipway.runner.engine.upgrade.Upgrader;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        aliases = "migrate",
        description = "Waits for the database and applies what is pending. This is the default command.",
        footer = {
            "",
            "Examples:",
            "  DATABASE_URL=postgresql://me:secret@localhost/app slipway",
            "  slipway upgrade 7 --locations filesystem:/migrations",
            "  slipway upgrade --format json"
        })
final class UpgradeCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            defaultValue = Target.HEAD,
            description = "how far: head, or a version")
    private String target = Target.HEAD;

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            defaultValue = "2s",
            description = "how long a statement may wait for a lock before its script is rolled back and tried again")
    private Duration lockTimeout = Duration.ZERO;

    @Option(
            names = "--allow-out-of-order",
            description = "apply scripts that were added below the position of the database")
    private boolean outOfOrder;

    UpgradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph();
        Target parsed = Target.parse(target, graph);
        UpgradeResult result = connection.connect(
                context,
                "upgrade",
                session -> Upgrader.upgrade(
                        session,
                        new UpgradeRequest(
                                graph,
                                parsed,
                                scripts.historyTable,
                                placeholders.of(context, session, scripts),
                                lockTimeout,
                                lock.runLockTimeout,
                                outOfOrder),
                        context.progress()));
        return Report.done(result, UpgradeText.of(result));
    }
}
