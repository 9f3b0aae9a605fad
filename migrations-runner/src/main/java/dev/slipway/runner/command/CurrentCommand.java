package dev.slipway.runner.command;

import dev.slipway.runner.engine.status.CurrentResult;
import dev.slipway.runner.engine.status.Status;
import dev.slipway.runner.model.script.ScriptSet;
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
        ScriptSet set = scripts.read();
        CurrentResult result = connection.connect(
                context,
                "current",
                session -> new Status(session, set, scripts.historyTable, placeholders.of(context, session, scripts))
                        .current());
        return Report.done(result, text(result));
    }

    private static String text(CurrentResult result) {
        if (!result.managed()) {
            return "%s has no history: nothing was applied yet".formatted(result.database());
        }
        String position = result.position() == null ? "before the first revision" : "at " + result.position();
        String rest = result.pending() == 0 ? " (head)" : ", %d pending".formatted(result.pending());
        return "%s is %s%s".formatted(result.database(), position, rest);
    }
}
