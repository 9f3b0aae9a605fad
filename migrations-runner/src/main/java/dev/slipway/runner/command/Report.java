package dev.slipway.runner.command;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.review.Review;
import org.jspecify.annotations.Nullable;

/// What a command found or did, for machines and for people.
///
/// @param data the record that is printed as JSON
/// @param text the same in words, without a line end
/// @param exact whether it is something to run, of which nothing may be masked
/// @param review the same as remarks on files, or null if the command is not `Reviewing`
public record Report(
        ExitCode exitCode,
        Record data,
        String text,
        boolean exact,
        @Nullable Review review) {
    public Report(ExitCode exitCode, Record data, String text) {
        this(exitCode, data, text, false, null);
    }

    public static Report done(Record data, String text) {
        return new Report(ExitCode.DONE, data, text);
    }

    public static Report exact(Record data, String text) {
        return new Report(ExitCode.DONE, data, text, true, null);
    }

    public Report with(Review remarks) {
        return new Report(exitCode, data, text, exact, remarks);
    }
}
