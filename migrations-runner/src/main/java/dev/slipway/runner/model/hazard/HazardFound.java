package dev.slipway.runner.model.hazard;

import dev.slipway.runner.model.Finding;
import org.jspecify.annotations.Nullable;

/// A hazard in a script.
///
/// @param script the file, relative to its location
/// @param line where the statement begins, from 1
/// @param detail what was seen there: `public.users was locked against writes while an index was built`
/// @param allowed the reason that the script's header gives for it, or null if it gives none
public record HazardFound(
        Hazard hazard,
        String script,
        int line,
        String detail,
        @Nullable String allowed) {
    /// As commands report it.
    public Finding finding() {
        return new Finding(
                "%s:%d".formatted(script, line),
                "%s: %s".formatted(hazard.code(), detail),
                hazard.effect(),
                "%s; see %s".formatted(hazard.remedy(), hazard.page()));
    }
}
