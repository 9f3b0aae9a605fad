package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.AdoptRequest;
import dev.slipway.runner.engine.adopt.AdoptResult;
import dev.slipway.runner.engine.adopt.Adopter;
import dev.slipway.runner.engine.adopt.AlembicPosition;
import dev.slipway.runner.engine.adopt.StampRequest;
import dev.slipway.runner.engine.fleet.SessionTraces;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.proof.Proofs;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        description = "Finds the revision of a database without a history by its schema, and records it.",
        footer = {
            "",
            "Only an exact match is recorded: every table, column, constraint, index, function and so on is as proved",
            "(manifest.json). Otherwise it exits with 3 and shows how the schema differs from the nearest revisions.",
            "If several revisions have the same schema, alembic_version or REVISION decides.",
            "",
            "A database without any scripts gets its first one with --baseline (in the workbench).",
            "",
            "Examples:",
            "  slipway adopt",
            "  slipway adopt --dry-run",
            "  slipway adopt 6",
            "  slipway adopt --ignore-schema billing,audit",
            "  slipway adopt --schemas 'tenant_*'"
        })
final class AdoptCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Mixin
    private final IgnoredSchemas ignored = new IgnoredSchemas();

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            description = "the revision to record if the schema matches it: head, heads, base, or a version")
    private @Nullable String revision;

    @Mixin
    private final BaselineGenerator baseline = Workbench.find().baselineGenerator();

    @Option(names = "--dry-run", description = "show what would be recorded, and record nothing")
    private boolean dryRun;

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    AdoptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        if (baseline.isGiven()) {
            if (tenants.areGiven()) {
                throw TenantOptions.forOne("--baseline", "leave out --tenants and --schemas: name one of the tenants");
            }
            return baseline.report(context, scripts, connection, ignored.names());
        }
        RevisionGraph graph = scripts.graph(context);
        AdoptRequest request = new AdoptRequest(
                graph,
                Proofs.complete(graph, scripts.manifest().read()),
                named(graph),
                AlembicPosition.versions(graph.scripts()),
                ignored.names(),
                scripts.historyTable(),
                lock.runLockTimeout,
                dryRun);
        if (tenants.areGiven()) {
            return fleet(request);
        }
        AdoptResult result =
                connection.connect(context, "adopt", session -> Adopter.adopt(session, request, context.progress()));
        return Report.done(result, AdoptText.of(result));
    }

    private Report fleet(AdoptRequest request) {
        return FleetReport.of(tenants.each(context, connection, "adopt", (own, session) -> {
            AdoptResult result = Adopter.adopt(session, request, own.progress());
            boolean changed = result.outcome() == AdoptResult.Outcome.ADOPTED;
            return TenantResult.done(changed, SessionTraces.OBJECTS, AdoptText.outcome(result), result);
        }));
    }

    private @Nullable List<Version> named(RevisionGraph graph) {
        String text = revision;
        return text == null ? null : StampRequest.revisions(graph, Target.parse(text, graph));
    }
}
