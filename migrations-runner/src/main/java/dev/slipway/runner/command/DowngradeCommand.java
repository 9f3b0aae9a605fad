package dev.slipway.runner.command;

import dev.slipway.runner.engine.downgrade.ConsentMissing;
import dev.slipway.runner.engine.downgrade.DowngradeRequest;
import dev.slipway.runner.engine.downgrade.DowngradeResult;
import dev.slipway.runner.engine.downgrade.Downgrader;
import dev.slipway.runner.engine.fleet.SessionTraces;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "downgrade",
        aliases = "undo",
        description = {
            "Takes revisions back with their undo scripts, after a rehearsal and a confirmation.",
            "The confirmation counts what will be lost, and names file and line of what cannot be rehearsed."
        },
        footer = {
            "",
            "Examples:",
            "  slipway downgrade        (the revision that was applied last)",
            "  slipway downgrade -2 --yes",
            "  slipway downgrade 4",
            "  slipway downgrade base",
            "  slipway downgrade 6 --schemas 'tenant_*' --canary @canary --canary-only --yes",
            "  slipway downgrade 6:4 --sql"
        })
final class DowngradeCommand implements Callable<Report> {
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
    private final ScriptLockOptions locks = new ScriptLockOptions();

    @Mixin
    private final OfflineOptions offline = new OfflineOptions();

    @Mixin
    private final ProofOptions proof = new ProofOptions();

    @Option(names = "--sql", description = "do not run the scripts: write one for psql that does it; TARGET may be A:B")
    private boolean sql;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            defaultValue = "-1",
            description = "how far: -1 for one revision, -2 for two, a version that stays, or base for all")
    private String target = "";

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--no-rehearsal", description = "skip the rehearsal; what will be lost is not known")
    private boolean noRehearsal;

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    @Mixin
    private final CanaryOptions canaries = new CanaryOptions();

    DowngradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        return sql ? script() : run();
    }

    private Report script() {
        tenants.refuseSql();
        return new OfflineCall(
                        context,
                        connection,
                        scripts,
                        placeholders,
                        offline,
                        Direction.DOWN,
                        target,
                        locks.lockTimeout,
                        false,
                        null)
                .report();
    }

    private Report run() {
        offline.refuse();
        if (tenants.areGiven()) {
            return fleet();
        }
        canaries.refuse();
        RevisionGraph graph = scripts.graph(context);
        Target parsed = Target.parse(target, graph);
        DowngradeResult result = connection.connect(
                context, "downgrade", session -> takenBack(context, session, graph, parsed, context.question()));
        return Report.done(result, ProofText.of(DowngradeText.of(result), result.proof(), proof.verbose));
    }

    /// The scripts are read once for all tenants. Nobody is asked tenant by tenant: without consent each is refused,
    /// and
    /// told what it would lose.
    private Report fleet() {
        RevisionGraph graph = scripts.graph(context);
        Target parsed = Target.parse(target, graph);
        SessionTraces traces = SessionTraces.of(graph.scripts());
        return FleetReport.of(tenants.each(context, connection, "downgrade", canaries, (own, session) -> {
            DowngradeResult result = takenBack(own, session, graph, parsed, (_, _) -> Optional.empty());
            boolean changed = !result.takenBack().isEmpty();
            return TenantResult.done(changed, traces, DowngradeText.outcome(result), result);
        }));
    }

    private DowngradeResult takenBack(
            Context own, Session session, RevisionGraph graph, Target parsed, Question question) {
        DowngradeRequest request = new DowngradeRequest(
                graph,
                parsed,
                scripts.historyTable(),
                placeholders.of(own, session, scripts),
                locks.limits(),
                lock.runLockTimeout,
                !noRehearsal,
                (database, versions, losses) -> consent(question, database, versions, losses),
                proof.request(scripts.manifest()));
        return Downgrader.downgrade(session, request, own.progress());
    }

    private void consent(Question question, String database, List<Version> versions, List<Loss> losses) {
        if (yes) {
            return;
        }
        Optional<Boolean> answer = question.ask(
                noRehearsal ? List.of() : ConsentMissing.lines(losses),
                "take back %s from %s?".formatted(Version.list(versions), database));
        if (!answer.orElse(false)) {
            throw new SlipwayException(
                    new ConsentMissing(database, versions, noRehearsal ? null : losses, answer.isPresent()));
        }
    }
}
