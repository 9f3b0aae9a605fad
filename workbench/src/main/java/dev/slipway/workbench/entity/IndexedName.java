package dev.slipway.workbench.entity;

import java.util.Locale;
import java.util.regex.Pattern;

/// What an index names: a column or property, and perhaps which way it goes.
record IndexedName(String name, boolean descending) {
    private static final Pattern WAY = Pattern.compile("(?i)\\s+(?:asc|desc)$");

    static IndexedName of(String text) {
        String stripped = text.strip();
        return new IndexedName(
                WAY.matcher(stripped).replaceFirst(""),
                stripped.toLowerCase(Locale.ROOT).matches(".*\\sdesc"));
    }
}
