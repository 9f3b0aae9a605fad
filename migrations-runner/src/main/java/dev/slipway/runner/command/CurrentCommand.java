package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.inspect.RevisionSummary;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.engine.status.CurrentResult;
import dev.slipway.runner.engine.status.Status;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "current",
        description = "Shows the revision a database is at, and changes nothing.",
        footer = {
            "",
            "It also shows why `upgrade` would be refused (faults of scripts, a history that does not match them), and",
            "exits with 0 even so.",
            "",
            "--verbose and JSON also show the fingerprint of the schema that the last verified run left. Databases with",
            "the same schema have the same fingerprint. `drift` and `check` compare the schema as it is now.",
            "",
            "Examples:",
            "  slipway current",
            "  slipway current --verbose",
            "  slipway current --check-heads --format json",
            "  slipway current --tenants tenants.txt"
        })
final class CurrentCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Option(names = "--check-heads", description = "end with exit code 1 unless the database is at every head")
    private boolean checkHeads;

    @Mixin
    private final TenantOptions tenants = new TenantOptions();

    @Mixin
    private final VerboseOption detail = new VerboseOption();

    CurrentCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        return tenants.areGiven() ? fleet() : connection.readMeanwhile(context, "current", this::prepared);
    }

    /// The scripts are read once for all tenants.
    private Report fleet() {
        LoadedScripts reading = scripts.inspect(context);
        RevisionGraph graph = scripts.graph(reading.scripts());
        return FleetReport.of(tenants.read(context, connection, "current", (own, session) -> {
            CurrentResult result = read(own, session, graph, reading);
            return TenantResult.unchanged(exitCode(result), CurrentText.outcome(result), result);
        }));
    }

    private Function<Session, Report> prepared() {
        LoadedScripts reading = scripts.inspect(context);
        RevisionGraph graph = scripts.graph(reading.scripts());
        return session -> report(graph, read(context, session, graph, reading));
    }

    private CurrentResult read(Context own, Session session, RevisionGraph graph, LoadedScripts reading) {
        return new Status(
                        session,
                        graph,
                        scripts.history(own, session, graph.scripts()),
                        placeholders.of(own, session, scripts))
                .current(reading.problems());
    }

    private Report report(RevisionGraph graph, CurrentResult result) {
        return new Report(
                exitCode(result),
                result,
                new CurrentText(details(graph, result), checkHeads, detail.verbose).of(result));
    }

    private ExitCode exitCode(CurrentResult result) {
        return checkHeads && !result.behind().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private List<RevisionSummary> details(RevisionGraph graph, CurrentResult result) {
        return result.position().stream()
                .filter(version -> detail.verbose && graph.contains(version))
                .map(version -> RevisionSummary.of(graph, version))
                .toList();
    }
}
