package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.BackupRule;
import dev.slipway.runner.engine.batch.BatchBudgets;
import dev.slipway.runner.engine.batch.BatchPolicy;
import dev.slipway.runner.engine.fleet.SessionTraces;
import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.upgrade.SettledUpgrade;
import dev.slipway.runner.engine.upgrade.UpgradeRequest;
import dev.slipway.runner.engine.upgrade.UpgradeResult;
import dev.slipway.runner.engine.upgrade.Upgrader;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "upgrade",
        aliases = "migrate",
        description = "Waits for the database and applies what is pending. This is the default command.",
        footer = {
            "",
            "Examples:",
            "  DATABASE_URL=postgresql://me:secret@localhost/app slipway",
            "  slipway upgrade 7 --locations filesystem:/migrations",
            "  slipway upgrade --format json",
            "  slipway upgrade --max-lock 5s     (in production)",
            "  slipway upgrade --backup destructive --backups /backups",
            "  slipway upgrade base:head --sql",
            "  slipway upgrade --schemas 'tenant_*' --parallel 8"
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

    @Mixin
    private final ScriptLockOptions locks = new ScriptLockOptions();

    @Mixin
    private final OfflineOptions offline = new OfflineOptions();

    @Mixin
    private final ProofOptions proof = new ProofOptions();

    @Mixin
    private final BackupOptions backups = new BackupOptions();

    @Option(
            names = "--backup",
            paramLabel = "WHEN",
            defaultValue = "never",
            description =
                    "write a backup before the first change: always; destructive, if a script loses data, cannot be "
                            + "taken back, or was not proved; or never")
    private BackupRule backup = BackupRule.NEVER;

    @Option(names = "--sql", description = "do not run the scripts: write one for psql that does it; TARGET may be A:B")
    private boolean sql;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            defaultValue = Target.HEAD,
            description = "how far: head, heads for every branch, a version, +1, or LABEL@head; else SLIPWAY_TARGET")
    private String target = Target.HEAD;

    @Option(
            names = "--allow-out-of-order",
            description = "apply scripts that were added below the position of the database")
    private boolean outOfOrder;

    @Option(
            names = "--max-lock",
            paramLabel = "DURATION",
            description =
                    "refuse scripts that may lock a table for longer, by what was proved of them and the size of the table")
    private @Nullable Duration maxLock;

    @Option(
            names = "--background-batches",
            description = "record scripts with batches as applied, and leave their rows to `batch`")
    private boolean laterBatches;

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    @Mixin
    private final CanaryOptions canaries = new CanaryOptions();

    private final BatchBudgets budgets = new BatchBudgets();

    @Spec
    private @Nullable CommandSpec spec;

    UpgradeCommand(Context context) {
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
                        Direction.UP,
                        target,
                        locks.lockTimeout,
                        outOfOrder,
                        maxLock)
                .report();
    }

    private Report run() {
        offline.refuse();
        if (tenants.areGiven()) {
            return fleet();
        }
        canaries.refuse();
        UpgradeResult result = connection.connectMeanwhile(context, "upgrade", this::prepared);
        return Report.done(result, ProofText.of(UpgradeText.of(result), result.proof(), proof.verbose));
    }

    /// The scripts are read once for all tenants.
    private Report fleet() {
        if (backup != BackupRule.NEVER) {
            throw TenantOptions.forOne("--backup", "write backups of the tenants' databases with `backup`");
        }
        RevisionGraph graph = scripts.graph(context);
        Target parsed = Target.parse(target, graph);
        SessionTraces traces = SessionTraces.of(graph.scripts());
        return FleetReport.of(
                tenants.each(context, connection, "upgrade", canaries, new TenantUpgrade(graph, parsed, traces)));
    }

    /// The upgrade of a tenant.
    private final class TenantUpgrade implements FleetWork {
        private final RevisionGraph graph;
        private final Target target;
        private final SessionTraces traces;

        TenantUpgrade(RevisionGraph graph, Target target, SessionTraces traces) {
            this.graph = graph;
            this.target = target;
            this.traces = traces;
        }

        @Override
        public TenantResult run(Context own, Session session) {
            return result(upgraded(own, session, graph, target));
        }

        @Override
        public Optional<String> historyTable() {
            return Optional.of(scripts.historyTable());
        }

        @Override
        public Optional<TenantResult> settled(Context own, Tenant tenant, History history) {
            ConnectionSettings settings = tenant.settings();
            Placeholders values = placeholders.of(own, settings, scripts);
            UpgradeRequest request = request(own, values, BatchPolicy.alone(), graph, target);
            return new SettledUpgrade(request, settings.describe(), own.progress())
                    .of(history)
                    .map(result -> result(tell(own, graph, target, result)));
        }

        private TenantResult result(UpgradeResult result) {
            String unverified = proof.verbose && result.proof().notCompared() != null ? "; not verified" : "";
            boolean changed = !result.applied().isEmpty();
            return TenantResult.done(changed, traces, UpgradeText.outcome(result) + unverified, result);
        }
    }

    private Function<Session, UpgradeResult> prepared() {
        RevisionGraph graph = scripts.graph(context);
        Target parsed = Target.parse(target, graph);
        return session -> upgraded(context, session, graph, parsed);
    }

    private UpgradeResult upgraded(Context own, Session session, RevisionGraph graph, Target parsed) {
        BatchPolicy batches = new BatchPolicy(laterBatches, budgets.of(session));
        UpgradeRequest request = request(own, placeholders.of(own, session, scripts), batches, graph, parsed);
        return tell(own, graph, parsed, Upgrader.upgrade(session, request, own.progress()));
    }

    private UpgradeResult tell(Context own, RevisionGraph graph, Target parsed, UpgradeResult result) {
        if (PinnedTarget.decides(Objects.requireNonNull(spec), own)) {
            PinnedTarget.tell(parsed, graph, result.to(), own);
        }
        return result;
    }

    private UpgradeRequest request(
            Context own, Placeholders values, BatchPolicy batches, RevisionGraph graph, Target parsed) {
        return new UpgradeRequest(
                graph,
                parsed,
                scripts.historyTable(),
                values,
                locks.limits(),
                lock.runLockTimeout,
                outOfOrder,
                batches,
                proof.request(scripts.manifest()).within(maxLock),
                backups.before(own, backup));
    }
}
