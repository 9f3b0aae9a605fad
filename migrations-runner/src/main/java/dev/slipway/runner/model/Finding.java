package dev.slipway.runner.model;

/// One thing that a check found to be wrong.
///
/// @param where a file with its line, a database, or something in it
/// @param effect what comes of it if nothing is done
public record Finding(String where, String what, String effect, String remedy) {
    public String text() {
        return """
                %s: %s
                  effect: %s
                  remedy: %s
                """.formatted(where, what, effect, remedy);
    }
}
