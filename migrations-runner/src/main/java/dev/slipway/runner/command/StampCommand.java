package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.StampRequest;
import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.engine.adopt.Stamper;
import dev.slipway.runner.engine.plan.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        aliases = "baseline",
        description =
                "Records revisions as applied without running them, for a database that has their tables already.",
        footer = {"", "Examples:", "  slipway stamp 6", "  slipway stamp head"})
final class StampCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(paramLabel = "TARGET", description = "the newest revision the database has: head, or a version")
    private String target = Target.HEAD;

    StampCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        ScriptSet set = scripts.read();
        StampRequest request =
                new StampRequest(set, Target.parse(target, set), scripts.historyTable, lock.runLockTimeout);
        StampResult result =
                connection.connect(context, "stamp", session -> Stamper.stamp(session, request, context.progress()));
        return Report.done(result, text(result));
    }

    private static String text(StampResult result) {
        if (result.recorded().isEmpty()) {
            return "nothing to do: %s is at %s".formatted(result.database(), result.to());
        }
        String recorded = result.recorded().stream().map(Version::toString).collect(Collectors.joining(", "));
        return "recorded %s without running: %s is at %s".formatted(recorded, result.database(), result.to());
    }
}
