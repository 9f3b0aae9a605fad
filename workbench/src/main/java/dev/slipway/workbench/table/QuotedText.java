package dev.slipway.workbench.table;

/// A text in quotes, as PostgreSQL writes it in definitions.
public final class QuotedText {
    /// A regular expression for what stands between its quotes; a quote within is written twice.
    public static final String INSIDE = "[^']*(?:''[^']*)*";

    /// A regular expression for an identifier in its quotes.
    public static final String IDENTIFIER = "\"[^\"]*(?:\"\"[^\"]*)*\"";

    private QuotedText() {}
}
