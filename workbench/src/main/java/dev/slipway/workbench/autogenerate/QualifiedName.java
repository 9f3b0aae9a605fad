package dev.slipway.workbench.autogenerate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name as PostgreSQL shows it: `level`, `shop.level`, `shop."Level"`.
///
/// @param schema empty, or with its dot: `shop.`
/// @param name quoted where it has to be
record QualifiedName(String schema, String name) {
    private static final Pattern PARTS = Pattern.compile("((?:\"(?:[^\"]|\"\")+\"|[^\".]+)\\.)?(.+)");

    static QualifiedName of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("not a name: " + text);
        }
        return new QualifiedName(parts.group(1) == null ? "" : parts.group(1), parts.group(2));
    }

    boolean isBeside(QualifiedName other) {
        return schema.equals(other.schema);
    }

    /// The name without quotes.
    String bare() {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
