package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.ServerLack;
import dev.slipway.runner.model.failure.SourcePlace;

/// A script that the server refused where it should have taken it, in words.
record RejectedScript(ScriptFailed failure) {
    Finding finding(String effect, String remedy) {
        return new Finding(where(), "it fails: " + failure.error().message(), effect, remedy);
    }

    /// Of a script on what was proved before it.
    Finding finding() {
        StringBuilder what = new StringBuilder("it fails: " + message());
        add(what, "detail", failure.error().detail());
        add(what, "hint", failure.error().hint());
        return new Finding(
                where(),
                what.toString(),
                ServerLack.isIn(failure.error())
                        ? "the scratch server lacks it: nothing is proved of the script, nor of what builds on it"
                        : "no database gets past it, and what builds on it is not proved",
                failure.help());
    }

    private static void add(StringBuilder what, String name, String text) {
        if (!text.isEmpty()) {
            what.append("\n  %s: %s".formatted(name, text.replace("\n", "\n    ")));
        }
    }

    /// What the server said.
    String message() {
        return failure.error().message();
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
