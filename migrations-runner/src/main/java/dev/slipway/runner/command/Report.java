package dev.slipway.runner.command;

import dev.slipway.runner.model.ExitCode;

/// What a command found or did, for machines and for people.
///
/// @param data the record that is printed as JSON
/// @param text the same in words, without a line end
public record Report(ExitCode exitCode, Record data, String text) {
    public static Report done(Record data, String text) {
        return new Report(ExitCode.DONE, data, text);
    }
}
