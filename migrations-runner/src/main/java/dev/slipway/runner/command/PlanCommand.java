package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.Target;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = {
            "Writes what upgrade or downgrade would run as a script for psql, and changes nothing.",
            "The script refuses a database that is not where it begins, holds the lock, and writes the history."
        },
        footer = {
            "",
            "Examples:",
            "  slipway plan             (what is pending)",
            "  slipway plan 4 --output to-4.sql",
            "  slipway plan --from base --to head     (needs no database)",
            "  slipway plan 6:4 --format json     (the way down)",
            "  slipway plan --format markdown     (for a comment under a change)"
        })
final class PlanCommand implements Callable<Report>, Reviewing {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final OfflineOptions offline = new OfflineOptions();

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            defaultValue = Target.HEAD,
            description = "up or down to where: head, heads, base, a version, +1, -1, or A:B without a database")
    private String target = Target.HEAD;

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            defaultValue = "2s",
            description = "how long a statement may wait for a lock before its script is rolled back")
    private Duration lockTimeout = Duration.ZERO;

    @Option(
            names = "--allow-out-of-order",
            description = "apply scripts that were added below the position of the database")
    private boolean outOfOrder;

    PlanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        return new OfflineCall(
                        context, connection, scripts, placeholders, offline, null, target, lockTimeout, outOfOrder)
                .report();
    }
}
