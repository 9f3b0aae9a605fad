package dev.slipway.backend.problem;

/// What text must be to be kept by the database and shown by any program.
public final class PlainText {
    /// No control characters, and no halves of a character (lone surrogates).
    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";

    /// The same, as long as a name may be: what counts are characters, of which some take two places in Java.
    public static final String NAME = "[^\\p{Cc}\\p{Cs}]{1,64}";

    public static final String MESSAGE = "takes no control characters";
    public static final String MISSING = "is missing";

    private PlainText() {}
}
