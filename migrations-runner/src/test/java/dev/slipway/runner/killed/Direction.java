package dev.slipway.runner.killed;

import java.util.List;

/// Which way a run goes.
enum Direction {
    UP("1", List.of("upgrade")),
    DOWN("5", List.of("downgrade", "1", "--yes"));

    private final String from;
    private final List<String> command;

    Direction(String from, List<String> command) {
        this.from = from;
        this.command = command;
    }

    /// The revision where it begins.
    String from() {
        return from;
    }

    List<String> command() {
        return command;
    }
}
