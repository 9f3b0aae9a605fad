package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.CurrentText;
import dev.slipway.runner.command.DriftText;
import dev.slipway.runner.command.IgnoredSchemas;
import dev.slipway.runner.command.OutputFile;
import dev.slipway.runner.command.PlaceholderOptions;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.runner.command.ScriptOptions;
import dev.slipway.runner.command.TenantOptions;
import dev.slipway.runner.engine.drift.DriftDetector;
import dev.slipway.runner.engine.drift.DriftRequest;
import dev.slipway.runner.engine.drift.DriftResult;
import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.impact.ImpactCheck;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.engine.status.CurrentResult;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.RevisionListing;
import dev.slipway.runner.engine.status.Status;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.report.PendingSection;
import dev.slipway.workbench.report.ReportPage;
import dev.slipway.workbench.report.ReportRequest;
import dev.slipway.workbench.report.ReportResult;
import dev.slipway.workbench.report.ReportedDrift;
import dev.slipway.workbench.report.ReportedTenants;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Writes a page that shows the scripts, the schema they make, and where a database is.",
        footer = {
            "",
            "The page is one file that loads nothing: open it, attach it, publish it. It shows a diagram of the schema at",
            "any revision and what differs between two, and of each revision what it changes, its hazards, whether it can",
            "be taken back, and its SQL. The schema comes from manifest.json. With a database it also shows who applied",
            "what and when, what is pending and for how long it may lock large tables, and drift. Of many tenants it shows",
            "which revision they are at, and who differs from what was proved. Nothing is changed.",
            "",
            "Examples:",
            "  slipway report",
            "  slipway report --url postgresql://me:secret@localhost/app --output app.html",
            "  slipway report --schemas 'tenant_*'"
        })
final class ReportCommand implements Callable<Report> {
    /// What these tell of is how the database is, and part of the report.
    private static final Set<ExitCode> STATES = Set.of(ExitCode.REFUSED, ExitCode.HISTORY_MISMATCH);

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

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "schema-report.html",
            description = "the file to write; one that is there is replaced")
    private String output = "";

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        LoadedScripts loaded = scripts.inspect(context);
        if (tenants.areGiven()) {
            return fleet(loaded);
        }
        ReportRequest request = connection.isGiven(context)
                ? connection.read(context, "report", session -> request(session, loaded))
                : request(scripts.graph(loaded.valid()), null);
        return written(ExitCode.DONE, request);
    }

    private Report fleet(LoadedScripts loaded) {
        RevisionGraph graph = scripts.graph(loaded.valid());
        boolean proved = scripts.manifest().read().isPresent();
        DriftRequest drifting = drifting(graph);
        FleetResult result = tenants.read(
                context,
                connection,
                "report",
                (own, session) -> proved ? drift(session, drifting, own) : position(own, session, graph, loaded));
        return written(result.exitCode(), request(graph, ReportedTenants.of(result)));
    }

    private static TenantResult drift(Session session, DriftRequest request, Context own) {
        return unlessState(
                () -> {
                    DriftResult result = DriftDetector.findAlone(session, request, own.progress());
                    return TenantResult.unchanged(ExitCode.DONE, DriftText.outcome(result), result);
                },
                unknown -> TenantResult.unchanged(ExitCode.DONE, unknown.summary(), unknown));
    }

    private TenantResult position(Context own, Session session, RevisionGraph graph, LoadedScripts loaded) {
        CurrentResult result = new Status(
                        session,
                        graph,
                        scripts.history(own, session, graph.scripts()),
                        placeholders.of(own, session, scripts))
                .current(loaded.problems());
        return TenantResult.unchanged(ExitCode.DONE, CurrentText.outcome(result), result);
    }

    private Report written(ExitCode exitCode, ReportRequest request) {
        OutputFile.write(output, ReportPage.of(request));
        ReportResult result = ReportResult.of(request, output);
        return new Report(exitCode, result, result.text());
    }

    private ReportRequest request(RevisionGraph graph, @Nullable ReportedTenants fleet) {
        return new ReportRequest(
                graph,
                scripts.manifest().read().orElse(null),
                RevisionListing.ofScripts(graph, null),
                List.of(),
                null,
                fleet,
                Instant.now());
    }

    private ReportRequest request(Session session, LoadedScripts loaded) {
        RevisionGraph graph = scripts.graph(loaded.scripts());
        FoundHistory found = scripts.history(context, session, graph.scripts());
        HistoryResult history = new Status(session, graph, found, placeholders.of(context, session, scripts))
                .history(null, loaded.problems());
        @Nullable Manifest manifest = scripts.manifest().read().orElse(null);
        List<Impact> impacts = found.exists()
                ? ImpactCheck.of(
                                session,
                                found.place(),
                                graph,
                                manifest,
                                PendingSection.scripts(history, graph.scripts()))
                        .impacts()
                : List.of();
        return new ReportRequest(graph, manifest, history, impacts, drift(session, graph), null, Instant.now());
    }

    private ReportedDrift drift(Session session, RevisionGraph graph) {
        return unlessState(
                () -> ReportedDrift.of(DriftDetector.find(session, drifting(graph), context.progress())),
                unknown -> unknown);
    }

    /// What cannot be compared, for example since nothing was applied yet, is said in the page.
    private static <T> T unlessState(Supplier<T> compare, Function<ReportedDrift, T> state) {
        try {
            return compare.get();
        } catch (SlipwayException e) {
            if (STATES.contains(e.failure().exitCode())) {
                return state.apply(ReportedDrift.unknown(e.failure().message()));
            }
            throw e;
        }
    }

    private DriftRequest drifting(RevisionGraph graph) {
        return new DriftRequest(
                graph,
                scripts.manifest()::read,
                session -> placeholders.of(context, session, scripts),
                ignored.names(),
                false,
                false,
                scripts.historyTable(),
                scratch.request(context, "report", connection.waitTimeout(), connection.schemas(context)));
    }
}
