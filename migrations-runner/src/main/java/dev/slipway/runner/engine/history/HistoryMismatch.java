package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.history.Mismatch;
import java.util.List;

/// What the database remembers is not what the scripts say.
public record HistoryMismatch(List<Mismatch> mismatches) implements HistoryFailure {
    public HistoryMismatch {
        mismatches = List.copyOf(mismatches);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.HISTORY_MISMATCH;
    }

    @Override
    public String message() {
        return "the history does not match the scripts";
    }

    @Override
    public List<String> details() {
        return mismatches.stream().map(Mismatch::text).toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        List<String> helps = mismatches.stream().map(Mismatch::help).distinct().toList();
        return String.join("; ", helps);
    }
}
