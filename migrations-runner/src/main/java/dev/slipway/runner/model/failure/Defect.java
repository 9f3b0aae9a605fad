package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// A bug in Slipway.
///
/// @param trace the stack trace, without secrets
public record Defect(String message, List<String> trace) implements Failure {
    public Defect {
        trace = List.copyOf(trace);
    }

    public static Defect of(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return new Defect(String.valueOf(cause), trace.toString().lines().toList());
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.INTERNAL_ERROR;
    }

    @Override
    public List<String> details() {
        return trace;
    }

    @Override
    public String state() {
        return "a script under way was rolled back with its transaction; what was reported as applied stayed applied";
    }

    @Override
    public String help() {
        return "this is a bug in Slipway: please report it with the lines above";
    }
}
