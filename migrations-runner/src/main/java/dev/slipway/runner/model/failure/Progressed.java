package dev.slipway.runner.model.failure;

import java.util.List;

/// How far a run came before it ended: the labels of the scripts that this run applied.
public record Progressed(List<String> applied) {
    private static final int SHOWN = 5;

    public Progressed {
        applied = List.copyOf(applied);
    }

    /// For example `5, 6 stayed applied`.
    public String text() {
        if (applied.isEmpty()) {
            return "this run applied nothing";
        }
        String last = String.join(", ", applied.subList(Math.max(0, applied.size() - SHOWN), applied.size()));
        return (applied.size() > SHOWN ? "%d scripts up to %s".formatted(applied.size(), applied.getLast()) : last)
                + " stayed applied";
    }
}
