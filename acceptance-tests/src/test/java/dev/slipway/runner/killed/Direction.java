package dev.slipway.runner.killed;

import java.util.List;

/// Which way a run goes.
enum Direction {
    UP,
    DOWN;

    /// The revision where it begins.
    String from() {
        return switch (this) {
            case UP -> "1";
            case DOWN -> "6";
        };
    }

    /// The step in the ledger after which indexes are built concurrently.
    String beforeBuilds() {
        return switch (this) {
            case UP -> "3.1";
            case DOWN -> "U3.1";
        };
    }

    List<String> command() {
        return switch (this) {
            case UP -> List.of("upgrade");
            case DOWN -> List.of("downgrade", "1", "--yes");
        };
    }
}
