package dev.slipway.runner.engine.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;

/// A script that the server refused where it should have taken it, which ends no proof.
record Refusal(ScriptFailed failure) {
    /// @throws SlipwayException the same, if it tells of anything else: a lost connection, an interrupt
    static Refusal of(SlipwayException cause) {
        Failure failure = cause.failure();
        if (failure instanceof ScriptFailed refused) {
            return new Refusal(refused);
        }
        throw cause;
    }

    Finding finding(String effect, String remedy) {
        return new Finding(where(), "it fails: " + failure.error().message(), effect, remedy);
    }

    int line() {
        SourcePlace place = failure.place();
        return place == null ? 1 : place.line();
    }

    private String where() {
        SourcePlace place = failure.place();
        return place == null ? failure.script() : "%s:%d".formatted(place.origin(), place.line());
    }
}
