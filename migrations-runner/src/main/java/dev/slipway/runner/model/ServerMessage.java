package dev.slipway.runner.model;

/// What the server said about a statement that it ran.
///
/// @param severity as the server names it: `NOTICE`, `WARNING`
/// @param line of the script where the statement begins
public record ServerMessage(String severity, String text, int line) {
    public boolean isWarning() {
        return severity.equals("WARNING");
    }
}
