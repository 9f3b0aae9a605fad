package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.schema.Sha256;
import java.nio.charset.StandardCharsets;

/// Names that are made of others, for which PostgreSQL has room.
public final class MadeName {
    /// In bytes.
    public static final int LONGEST = 63;

    private static final int HASH_LENGTH = 6;

    private MadeName() {}

    /// The name itself, or its beginning with a hash that tells it from others that begin like it.
    ///
    /// @param longest in bytes
    public static String within(int longest, String name) {
        if (length(name) <= longest) {
            return name;
        }
        String end = "_" + Sha256.hex(name).substring(0, HASH_LENGTH);
        StringBuilder begin = new StringBuilder(name);
        while (length(begin.toString()) + end.length() > longest) {
            begin.setLength(begin.offsetByCodePoints(begin.length(), -1));
        }
        return begin + end;
    }

    public static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
