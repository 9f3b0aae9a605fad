package dev.slipway.runner.model;

import java.util.Set;

/// What the server said about a script that it ran.
///
/// @param severity as the server names it, in its own language: `NOTICE`, `WARNING`
/// @param text with its detail and hint, in lines of their own
/// @param line of the script where the statement begins, or 0 if it belongs to none: a constraint that was deferred
public record ServerMessage(String severity, String text, int line) {
    private static final Set<String> LESS = Set.of("DEBUG", "LOG", "INFO", "NOTICE");

    /// In another language than English all count as warnings.
    public boolean isWarning() {
        return !LESS.contains(severity);
    }
}
