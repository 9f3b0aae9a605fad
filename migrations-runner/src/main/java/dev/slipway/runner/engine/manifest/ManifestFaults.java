package dev.slipway.runner.engine.manifest;

import org.jspecify.annotations.Nullable;

/// A manifest cannot be read, or says two things that do not fit together.
final class ManifestFaults extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /// What is wrong with it.
    enum Fault {
        /// It is no manifest.
        FORM,
        /// It says something that only a later program knows.
        NEWER,
        /// It has the right form, but a hash does not fit to what it stands for.
        ALTERED
    }

    private ManifestFaults(String what, Fault fault, @Nullable Throwable cause) {
        super(what, cause);
        this.fault = fault;
    }

    ManifestFaults(String what) {
        this(what, Fault.FORM, null);
    }

    ManifestFaults(String what, Throwable cause) {
        this(what, Fault.FORM, cause);
    }

    static ManifestFaults newer(String what) {
        return new ManifestFaults(what, Fault.NEWER, null);
    }

    static ManifestFaults altered(String what) {
        return new ManifestFaults(what, Fault.ALTERED, null);
    }

    String what() {
        return String.valueOf(getMessage());
    }

    Fault fault() {
        return fault;
    }
}
