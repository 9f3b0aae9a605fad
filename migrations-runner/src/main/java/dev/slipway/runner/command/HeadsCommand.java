package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.HeadsResult;
import dev.slipway.runner.engine.inspect.RevisionInspector;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "heads",
        description = {
            "Lists the revisions that nothing builds on.",
            "More than one means that the scripts have branches, which `merge` joins. No database is needed."
        },
        footer = {"", "Examples:", "  slipway heads", "  slipway heads --verbose --locations filesystem:migrations"})
final class HeadsCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final LocationOptions scripts = new LocationOptions();

    @Mixin
    private final VerboseOption detail = new VerboseOption();

    HeadsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        HeadsResult result = new RevisionInspector(scripts.graph(context)).heads();
        return Report.done(
                result,
                result.heads().isEmpty() ? "no revision" : new RevisionText(detail.verbose).list(result.heads()));
    }
}
