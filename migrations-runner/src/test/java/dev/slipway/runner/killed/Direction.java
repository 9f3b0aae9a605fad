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
            case DOWN -> "5";
        };
    }

    List<String> command() {
        return switch (this) {
            case UP -> List.of("upgrade");
            case DOWN -> List.of("downgrade", "1", "--yes");
        };
    }
}
