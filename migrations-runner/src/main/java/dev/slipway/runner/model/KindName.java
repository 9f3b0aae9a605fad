package dev.slipway.runner.model;

import java.util.Locale;

/// The name of a kind of value, for machines.
public final class KindName {
    private KindName() {}

    /// A `ScriptFailed` is `script-failed`.
    public static String of(Object value) {
        return value.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
