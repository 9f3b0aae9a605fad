package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.StampRequest;
import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.engine.adopt.Stamper;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        aliases = "baseline",
        description = "Records revisions as applied without running them, for a database that has their tables.",
        footer = {"", "Examples:", "  slipway stamp 6", "  slipway stamp head"})
final class StampCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(paramLabel = "TARGET", description = "the revision the database is at: head, heads, base, or a version")
    private String target = Target.HEAD;

    @Option(
            names = "--purge",
            description = "forget what the history holds beyond the target, and what differs from its script")
    private boolean purge;

    StampCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph();
        StampRequest request =
                new StampRequest(graph, Target.parse(target, graph), purge, scripts.historyTable, lock.runLockTimeout);
        StampResult result =
                connection.connect(context, "stamp", session -> Stamper.stamp(session, request, context.progress()));
        return Report.done(result, text(result));
    }

    private static String text(StampResult result) {
        String position = "%s %s".formatted(result.database(), PositionText.of(result.to()));
        if (result.recorded().isEmpty() && result.forgotten().isEmpty()) {
            return "nothing to do: " + position;
        }
        String recorded = result.recorded().isEmpty()
                ? ""
                : "recorded %s without running".formatted(Version.list(result.recorded()));
        String forgot = result.forgotten().isEmpty() ? "" : "forgot " + Version.list(result.forgotten());
        return Stream.of(forgot, recorded).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")) + ": "
                + position;
    }
}
