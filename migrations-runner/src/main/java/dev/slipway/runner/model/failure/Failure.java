package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// One way in which a run can end other than well; each carries its data.
///
/// Texts are lower case without a full stop, names in double quotes.
public interface Failure {
    ExitCode exitCode();

    /// What happened, in one line.
    String message();

    /// More lines on what happened, for example the line of the script; often none.
    default List<String> details() {
        return List.of();
    }

    /// What stayed applied and what was rolled back.
    String state();

    /// The next step.
    String help();
}
