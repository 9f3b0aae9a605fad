package dev.slipway.runner.cli;

import java.util.List;
import java.util.regex.Pattern;

/// Keeps the parser from taking a target such as `-1` for an option.
final class RelativeTargets {
    private static final Pattern DOWN = Pattern.compile("-\\d+");

    private RelativeTargets() {}

    /// Writes `-1` as `current-1`, which means the same.
    static List<String> named(List<String> arguments) {
        return arguments.stream()
                .map(argument -> DOWN.matcher(argument).matches() ? "current" + argument : argument)
                .toList();
    }
}
