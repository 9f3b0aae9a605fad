package dev.slipway.workbench.command;

import dev.slipway.runner.command.BaselineGenerator;
import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.runner.command.ScriptOptions;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.workbench.baseline.BaselineResult;
import dev.slipway.workbench.baseline.BaselineWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the first script of a database that has none, or one that stands for all that are there.
@Command
final class DatabaseBaseline implements BaselineGenerator {
    private static final String COMMAND = "adopt";

    @Option(
            names = "--baseline",
            description =
                    "write the first script from the database as it is, or, where there are scripts, one that stands for "
                            + "all of them; try it, and record nothing")
    private boolean baseline;

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Override
    public boolean isGiven() {
        return baseline;
    }

    @Override
    public Report report(Context context, ScriptOptions scripts, ConnectionOptions connection, Set<String> ignored) {
        BaselineWriter writer =
                new BaselineWriter(scripts.home(context), scripts.historyTable(), ignored, context.progress());
        BaselineResult result = connection.read(
                context,
                COMMAND,
                live -> scratch.lend(
                        context,
                        scratch.request(context, COMMAND, connection.waitTimeout(), connection.schemas(context)),
                        server -> writer.write(live, server)));
        return new Report(result.isEqual() ? ExitCode.DONE : ExitCode.FINDINGS, result, text(result));
    }

    private static String text(BaselineResult result) {
        List<String> lines = new ArrayList<>();
        if (result.refused() != null) {
            lines.add("%s fails at %s".formatted(result.script(), result.refused()));
        }
        result.differences().forEach(difference -> lines.addAll(difference.lines()));
        lines.add(
                result.isEqual()
                        ? "wrote %s: what it makes is equal to %s (%d objects; rows, privileges and owners are not in it)"
                                .formatted(result.script(), result.database(), result.objects())
                        : "wrote %s: what it makes is not equal to %s (- by the script, + in the database): correct it, and run `prove`"
                                .formatted(result.script(), result.database()));
        lines.add(
                result.stands()
                        ? "next: `prove`; an empty database begins with it"
                        : "next: `prove --from %s`, and `adopt` in each database that has this schema"
                                .formatted(result.version()));
        return String.join("\n", lines);
    }
}
