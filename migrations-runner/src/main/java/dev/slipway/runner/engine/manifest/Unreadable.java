package dev.slipway.runner.engine.manifest;

import org.jspecify.annotations.Nullable;

/// A manifest cannot be read, or says two things that do not fit together.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean altered;

    private Unreadable(String what, boolean altered, @Nullable Throwable cause) {
        super(what, cause);
        this.altered = altered;
    }

    Unreadable(String what) {
        this(what, false, null);
    }

    Unreadable(String what, Throwable cause) {
        this(what, false, cause);
    }

    /// It has the right form, but a hash does not fit to what it stands for.
    static Unreadable altered(String what) {
        return new Unreadable(what, true, null);
    }

    String what() {
        return String.valueOf(getMessage());
    }

    boolean isAltered() {
        return altered;
    }
}
