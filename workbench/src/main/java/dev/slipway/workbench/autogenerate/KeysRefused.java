package dev.slipway.workbench.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Primary keys are to change that something stands on, or that cannot change.
///
/// @param obstacles what is in the way, by what is to change
public record KeysRefused(Map<String, List<String>> obstacles) implements AutogenerateFailure {
    @Override
    public String message() {
        return "a primary key cannot change while something is in the way of it";
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        obstacles.forEach((change, each) -> {
            lines.add(change);
            each.forEach(obstacle -> lines.add("  " + obstacle));
        });
        return lines;
    }

    @Override
    public String help() {
        return "change the key in a revision written by hand, with all that refers to it, and run this again;"
                + " or give the entity the key that the table has";
    }
}
