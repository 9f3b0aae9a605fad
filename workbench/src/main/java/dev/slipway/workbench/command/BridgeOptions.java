package dev.slipway.workbench.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.sql.Bridge;
import java.util.List;
import picocli.CommandLine.Option;

/// Columns that are to be kept equal, or need not be any more.
final class BridgeOptions {
    @Option(
            names = "--bridge",
            paramLabel = "BRIDGE",
            description =
                    "write triggers that keep two columns equal, whichever is written: 'users.password_hash <-> users.hashed_password'; may be given several times")
    List<String> begun = List.of();

    @Option(
            names = "--drop-bridge",
            paramLabel = "BRIDGE",
            description = "write a revision that drops a bridge and its left column; may be given several times")
    List<String> ended = List.of();

    boolean isGiven() {
        return !begun.isEmpty() || !ended.isEmpty();
    }

    boolean isDrop() {
        return !ended.isEmpty();
    }

    /// @throws SlipwayException with `UsageFailure` for what is no bridge
    List<Bridge> bridges(boolean autogenerate) {
        if (autogenerate || (!begun.isEmpty() && !ended.isEmpty())) {
            throw new SlipwayException(new UsageFailure(
                    "--bridge, --drop-bridge and --autogenerate write revisions of their own",
                    "give one of them at a time"));
        }
        return isDrop() ? parsed("--drop-bridge", ended) : parsed("--bridge", begun);
    }

    private static List<Bridge> parsed(String flag, List<String> texts) {
        return texts.stream().map(text -> parsed(flag, text)).toList();
    }

    private static Bridge parsed(String flag, String text) {
        return switch (Bridge.read(text)) {
            case Bridge.Reading.Read(Bridge bridge) -> bridge;
            case Bridge.Reading.Refused(String what) ->
                throw new SlipwayException(
                        new UsageFailure("%s \"%s\" is no bridge: %s".formatted(flag, text, what), Bridge.FORM));
        };
    }
}
