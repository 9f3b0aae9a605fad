package dev.slipway.runner.command;

import dev.slipway.runner.postgres.history.HistoryPlace;
import picocli.CommandLine.Option;

/// Where the history is.
final class HistoryTableOption {
    @Option(
            names = "--history-table",
            paramLabel = "NAME",
            defaultValue = HistoryPlace.USUAL_TABLE,
            converter = HistoryTableName.class,
            description = "the history table")
    String name = "";
}
