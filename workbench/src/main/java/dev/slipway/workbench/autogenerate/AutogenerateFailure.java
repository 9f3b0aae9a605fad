package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.Failure;

/// Why no scripts can be written from entities.
public sealed interface AutogenerateFailure extends Failure
        permits EntityRefused, GeneratedRefused, KeysRefused, RenamesOpen {
    @Override
    default ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    default String state() {
        return "nothing was written";
    }
}
