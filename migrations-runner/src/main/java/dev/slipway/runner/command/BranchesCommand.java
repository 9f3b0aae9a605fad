package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.BranchesResult;
import dev.slipway.runner.engine.inspect.RevisionInspector;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "branches",
        description = {"Lists the revisions on which several build, and what builds on them.", "No database is needed."
        },
        footer = {"", "Examples:", "  slipway branches", "  slipway branches --verbose"})
final class BranchesCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final LocationOptions scripts = new LocationOptions();

    @Mixin
    private final VerboseOption detail = new VerboseOption();

    BranchesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        BranchesResult result = new RevisionInspector(scripts.graph(context)).branches();
        return Report.done(result, text(result));
    }

    private String text(BranchesResult result) {
        RevisionText text = new RevisionText(detail.verbose);
        return result.branchPoints().isEmpty()
                ? "no branches"
                : result.branchPoints().stream()
                        .map(point -> text.of(point.revision()) + "\n" + children(text.list(point.children())))
                        .collect(Collectors.joining("\n"));
    }

    private static String children(String list) {
        return list.lines()
                .map(line -> (line.startsWith(" ") ? "     " : "  -> ") + line)
                .collect(Collectors.joining("\n"));
    }
}
