package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A setting or an argument is wrong.
public record UsageFailure(String message, String help) implements Failure {
    /// A command needs what only the workbench brings.
    public static UsageFailure withoutWorkbench(String command) {
        return new UsageFailure(
                "%s needs the workbench, which this runner comes without".formatted(command),
                "run `./slipway` of a checkout, or java -jar workbench.jar");
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }
}
