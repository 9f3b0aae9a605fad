package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.FleetLimits;
import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.Shard;
import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// Which tenants, and how many at once.
public final class TenantOptions {
    private static final int AT_ONCE = 4;

    @Option(
            names = "--tenants",
            paramLabel = "FILE",
            description =
                    "run for each tenant listed in a file, or on standard input (-): one database URL, or one schema of --url, per line")
    private @Nullable String file;

    @Option(
            names = "--tenants-query",
            paramLabel = "SQL",
            description =
                    "run for each tenant that a query on the database of --url returns; a second column holds labels")
    private @Nullable String query;

    @Option(
            names = "--schemas",
            paramLabel = "PATTERN",
            description = "run for each schema whose name matches, for example \"tenant_*\"")
    private @Nullable String pattern;

    @Option(
            names = "--parallel",
            paramLabel = "NUMBER",
            defaultValue = "" + AT_ONCE,
            description = "how many tenants are worked on at once, each with a connection of its own")
    private int parallel = AT_ONCE;

    @Option(
            names = "--per-server",
            paramLabel = "NUMBER",
            description = "the most tenants to work on at once on one server (default: --parallel)")
    private @Nullable Integer perServer;

    @Option(
            names = "--stop-after",
            paramLabel = "DURATION",
            description = "start no further tenant after this time; the next run continues")
    private @Nullable Duration stopAfter;

    @Option(
            names = "--shard",
            paramLabel = "INDEX/COUNT",
            description =
                    "only this part of the tenants, from 0/20 to 19/20; /20 takes the index of JOB_COMPLETION_INDEX")
    private @Nullable String shard;

    @Option(
            names = "--max-failures",
            paramLabel = "NUMBER",
            description = "start no further tenant after this many failures (default: no limit)")
    private int maxFailures = Integer.MAX_VALUE;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "write the outcome for the tenants to a file, in the Prometheus text format")
    private @Nullable String metrics;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// @throws SlipwayException with a usage failure if there are none and only a part of them is asked for
    public boolean areGiven() {
        boolean given = file != null || query != null || pattern != null;
        if (!given) {
            refuse(
                    Objects.requireNonNull(spec),
                    "--shard",
                    "--per-server",
                    "--stop-after",
                    "--metrics",
                    "--parallel",
                    "--max-failures");
        }
        return given;
    }

    /// Refuses options where there is one database. In the environment they may be meant for other commands.
    ///
    /// @throws SlipwayException with a usage failure
    static void refuse(CommandSpec command, String... options) {
        ParseResult typed = command.commandLine().getParseResult();
        for (String option : options) {
            if (typed.hasMatchedOption(option)) {
                throw new SlipwayException(new UsageFailure(
                        option + " is for many tenants", "add --tenants or --schemas, or leave it out"));
            }
        }
    }

    /// Refuses to write a script for each of many.
    ///
    /// @throws SlipwayException with a usage failure
    void refuseSql() {
        if (areGiven()) {
            throw forOne("--sql", "leave out --tenants and --schemas; the script is the same for each tenant");
        }
    }

    /// What says that an option does not go with tenants.
    static SlipwayException forOne(String option, String help) {
        return new SlipwayException(new UsageFailure(option + " is for one database", help));
    }

    /// Does a work for each tenant.
    ///
    /// @param command shown in `pg_stat_activity`
    FleetResult each(Context context, ConnectionOptions connection, String command, FleetWork work) {
        return each(context, connection, command, CanaryOptions.NONE, work);
    }

    /// The same, some of them first.
    FleetResult each(
            Context context, ConnectionOptions connection, String command, CanaryOptions canaries, FleetWork work) {
        ServerWaits waits = ServerWaits.forWrites(command, connection.waitTimeout(), context);
        FleetRun run = new FleetRun(context, connection, limits(), work);
        return measured(context, command, () -> run.run(tenants(context, connection), canaries, waits));
    }

    /// The same for a work that only reads: a standby does as well.
    public FleetResult read(Context context, ConnectionOptions connection, String command, FleetWork work) {
        ServerWaits waits = ServerWaits.forReads(command, connection.waitTimeout(), context);
        FleetRun run = new FleetRun(context, connection, limits(), work);
        return measured(context, command, () -> run.run(tenants(context, connection), CanaryOptions.NONE, waits));
    }

    private FleetResult measured(Context context, String command, Supplier<FleetResult> run) {
        String name = metrics;
        if (name == null) {
            return run.get();
        }
        FleetMetrics file = FleetMetrics.at(name);
        FleetResult result = run.get();
        file.write(command, result, context.warning());
        return result;
    }

    private FleetLimits limits() {
        int most = perServer == null ? parallel : perServer;
        requirePositive("--parallel", parallel);
        requirePositive("--per-server", most);
        requirePositive("--max-failures", maxFailures);
        return new FleetLimits(parallel, most, maxFailures, stopAfter);
    }

    private List<Tenant> tenants(Context context, ConnectionOptions connection) {
        Shard part = shard(context);
        return new TenantSearch(context, connection)
                .find(file, query, pattern).stream()
                        .filter(tenant -> part.has(tenant.name()))
                        .toList();
    }

    private Shard shard(Context context) {
        String text = shard;
        return text == null
                ? Shard.WHOLE
                : Shard.parse(text, context.environment().getOrDefault("JOB_COMPLETION_INDEX", ""));
    }

    private static void requirePositive(String option, int number) {
        if (number < 1) {
            throw new SlipwayException(
                    new UsageFailure("%s %d leaves nothing to do".formatted(option, number), "give 1 or more"));
        }
    }
}
