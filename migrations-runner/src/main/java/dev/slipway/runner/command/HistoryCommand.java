package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.engine.status.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "history",
        aliases = "info",
        description = "Lists all scripts and what became of them, and changes nothing.",
        footer = {"", "Examples:", "  slipway history", "  slipway history --format json"})
final class HistoryCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph();
        HistoryResult result = connection.connect(
                context,
                "history",
                session -> new Status(session, graph, scripts.historyTable, placeholders.of(context, session, scripts))
                        .history());
        return Report.done(result, HistoryText.of(result));
    }
}
