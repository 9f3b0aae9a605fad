package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.RevisionInspector;
import dev.slipway.runner.engine.inspect.RevisionResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {"Shows one revision in detail, with its SQL.", "No database is needed."},
        footer = {"", "Examples:", "  slipway show 7", "  slipway show head", "  slipway show billing@head-1"})
final class ShowCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final LocationOptions scripts = new LocationOptions();

    @Parameters(
            paramLabel = "REV",
            description = "a version or its beginning, head, a branch label, label@head, each also with +N or -N")
    private String revision = "";

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionResult result = new RevisionInspector(scripts.graph(context)).show(revision);
        return Report.done(result, ShowText.of(result));
    }
}
