package dev.slipway.runner.command;

import picocli.CommandLine.Option;

/// Where the history is.
final class HistoryTableOption {
    @Option(
            names = "--history-table",
            paramLabel = "NAME",
            defaultValue = "flyway_schema_history",
            converter = HistoryTableName.class,
            description = "the history table")
    String name = "";
}
