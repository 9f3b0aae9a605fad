package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.status.CurrentResult;
import dev.slipway.runner.engine.status.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "current",
        description = "Shows the revision a database is at, and changes nothing.",
        footer = {"", "Examples:", "  slipway current", "  slipway current --format json"})
final class CurrentCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    CurrentCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph();
        CurrentResult result = connection.connect(
                context,
                "current",
                session -> new Status(session, graph, scripts.historyTable, placeholders.of(context, session, scripts))
                        .current());
        return Report.done(result, text(result));
    }

    private static String text(CurrentResult result) {
        if (!result.managed()) {
            return "%s has no history: nothing was applied yet".formatted(result.database());
        }
        String rest = result.pending() == 0 ? " (head)" : ", %d pending".formatted(result.pending());
        return "%s %s%s".formatted(result.database(), PositionText.of(result.position()), rest);
    }
}
