package dev.slipway.runner.cli;

import dev.slipway.runner.model.failure.Failure;

/// A failure for people: what happened, where, what state is left, and what to do next.
final class FailureText {
    private FailureText() {}

    static String of(Failure failure) {
        StringBuilder text = new StringBuilder("error: ").append(failure.message());
        failure.details().stream()
                .flatMap(String::lines)
                .forEach(line -> text.append("\n  ").append(line));
        text.append("\n  state: ").append(failure.state());
        text.append("\n  help:  ").append(failure.help());
        return text.toString();
    }
}
