package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Direction;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            description =
                    "up or down to where: head, heads, base, a version, +1, -1, or A:B without a database; else up to "
                            + "SLIPWAY_TARGET")
    private String target = Target.HEAD;

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            defaultValue = ScriptLockOptions.USUAL_TIMEOUT,
            description = "how long a statement may wait for a lock before its script is rolled back")
    private Duration lockTimeout = Duration.ZERO;

    @Option(
            names = "--allow-out-of-order",
            description = "apply scripts that were added below the position of the database")
    private boolean outOfOrder;

    @Spec
    private @Nullable CommandSpec spec;

    PlanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        // `upgrade` does not go down to a pinned target
        @Nullable
        Direction direction =
                PinnedTarget.decides(Objects.requireNonNull(spec), context) && offline.to == null ? Direction.UP : null;
        return new OfflineCall(
                        context,
                        connection,
                        scripts,
                        placeholders,
                        offline,
                        direction,
                        target,
                        lockTimeout,
                        outOfOrder,
                        null)
                .report();
    }
}
