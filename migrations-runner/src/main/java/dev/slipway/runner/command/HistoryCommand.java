package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.RevisionRange;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.RevisionListing;
import dev.slipway.runner.engine.status.Status;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        aliases = "info",
        description = {
            "Lists all scripts with their state, and changes nothing.",
            "Without a database it lists the scripts alone. If there are branches, a graph is drawn beside the list."
        },
        footer = {
            "",
            "With a database it also shows why `upgrade` would be refused, and exits with 0 even so.",
            "",
            "Examples:",
            "  slipway history",
            "  slipway history --range 3:head --verbose",
            "  slipway history --range -3:current --indicate-current",
            "  slipway history --format json"
        })
final class HistoryCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Option(
            names = {"-r", "--range"},
            paramLabel = "A:B",
            description =
                    "only the revisions from A to B, inclusive; either may be left out; current is the database's revision, -3:current begins three before it")
    private @Nullable String range;

    @Mixin
    private final VerboseOption detail = new VerboseOption();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "mark where the database is")
    private boolean indicateCurrent;

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        boolean asks = connection.isGiven(context);
        LoadedScripts reading = scripts.inspect(context);
        RevisionGraph graph = scripts.graph(asks ? reading.scripts() : reading.valid());
        RevisionRange revisions = range == null ? null : RevisionRange.parse(range, graph);
        HistoryResult result = asks ? read(graph, revisions, reading.problems()) : list(graph, revisions);
        return Report.done(result, new HistoryText(result, detail.verbose, indicateCurrent).text());
    }

    private HistoryResult read(RevisionGraph graph, @Nullable RevisionRange revisions, List<ScriptProblem> faults) {
        return connection.read(
                context,
                "history",
                session -> new Status(
                                session,
                                graph,
                                scripts.history(context, session, graph.scripts()),
                                placeholders.of(context, session, scripts))
                        .history(revisions, faults));
    }

    private HistoryResult list(RevisionGraph graph, @Nullable RevisionRange revisions) {
        if (indicateCurrent || (revisions != null && revisions.needsPosition())) {
            throw new SlipwayException(new UsageFailure(
                    "no database is given, so there is no current revision",
                    "set DATABASE_URL or --url, or leave out %s"
                            .formatted(indicateCurrent ? "--indicate-current" : "current")));
        }
        return RevisionListing.ofScripts(graph, revisions);
    }
}
