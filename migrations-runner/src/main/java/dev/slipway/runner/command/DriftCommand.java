package dev.slipway.runner.command;

import dev.slipway.runner.engine.drift.DriftDetector;
import dev.slipway.runner.engine.drift.DriftRequest;
import dev.slipway.runner.engine.drift.DriftResult;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.model.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "drift",
        description = "Compares a database with the proved schema of its revision, and changes nothing.",
        footer = {
            "",
            "It exits with 1 if anything but the scripts has added, changed or dropped an object, and shows both",
            "definitions.",
            "",
            "Examples:",
            "  slipway drift",
            "  slipway drift --grants --ignore-schema billing",
            "  slipway drift --format json",
            "  slipway drift --schemas 'tenant_*'"
        })
final class DriftCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final IgnoredSchemas ignored = new IgnoredSchemas();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Option(names = "--grants", description = "also compare privileges; needs a scratch server")
    private boolean grants;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "also show what is not compared: objects that differ in each run of their script, and unknown storage options")
    private boolean verbose;

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    DriftCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        if (tenants.areGiven()) {
            return fleet();
        }
        DriftRequest request = request();
        DriftResult result =
                connection.read(context, "drift", session -> DriftDetector.find(session, request, context.progress()));
        return new Report(exitCode(result), result, DriftText.of(result));
    }

    /// The scripts and the manifest are read once for all tenants.
    private Report fleet() {
        if (grants) {
            throw TenantOptions.forOne("--grants", "leave it out, or run `drift` for the tenants one by one");
        }
        DriftRequest request = request();
        return FleetReport.of(tenants.read(context, connection, "drift", (own, session) -> {
            DriftResult result = DriftDetector.findAlone(session, request, own.progress());
            return TenantResult.unchanged(exitCode(result), DriftText.outcome(result), result);
        }));
    }

    private DriftRequest request() {
        return new DriftRequest(
                scripts.graph(context),
                scripts.manifest()::read,
                session -> placeholders.of(context, session, scripts),
                ignored.names(),
                grants,
                verbose,
                scripts.historyTable(),
                scratch.request(context, "drift", connection.waitTimeout, connection.schemas(context)));
    }

    private static ExitCode exitCode(DriftResult result) {
        return result.differences().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
