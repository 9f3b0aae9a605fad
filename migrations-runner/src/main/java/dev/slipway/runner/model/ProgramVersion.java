package dev.slipway.runner.model;

import java.util.Optional;

/// The version of this program, which its jar carries.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// For example `0.1.0`, or nothing if it does not run from a jar.
    public static Optional<String> find() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
    }

    /// For people.
    public static String text() {
        return find().orElse("(development)");
    }
}
