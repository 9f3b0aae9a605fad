package dev.slipway.runner.sql;

import java.util.Locale;
import java.util.Set;

/// What a dump says of its encoding, to psql: `SET client_encoding = 'LATIN1'`. Slipway has decoded the file
/// before it runs the statement, and sends UTF-8, as the JDBC driver does.
public final class EncodingSetting {
    /// What is said where one is.
    public static final String PASSED_OVER =
            "the setting of client_encoding is passed over: scripts are sent in UTF-8, whatever the encoding of a dump";

    private static final String NAME = "client_encoding";
    private static final Set<String> UTF8 = Set.of("utf8", "unicode", "default");
    private static final int LONGEST = 200;

    private EncodingSetting() {}

    /// Whether a statement sets another encoding than UTF-8.
    public static boolean isOther(String sql) {
        String lower = sql.length() > LONGEST ? "" : sql.toLowerCase(Locale.ROOT);
        if (!lower.contains(NAME) && !lower.contains("names")) {
            return false;
        }
        StatementWords words = StatementWords.of(sql);
        if (!words.pass("set")) {
            return false;
        }
        if (!words.pass("session")) {
            words.pass("local");
        }
        boolean named = words.pass(NAME);
        return (named || words.pass("names")) && !UTF8.contains(value(words.rest(), named));
    }

    private static String value(String rest, boolean named) {
        String value = named ? rest.replaceFirst("^(?i:=|to\\b)\\s*", "") : rest;
        return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
