package dev.slipway.runner.command;

import picocli.CommandLine.Option;

/// How to print the report. The format is read by the edge, before the command line is understood as a whole.
public final class OutputOptions {
    public static final String FORMAT = "--format";

    /// The forms of a report.
    public enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = FORMAT,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json for one JSON document on standard output")
    Format format = Format.TEXT;
}
