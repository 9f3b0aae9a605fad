package dev.slipway.runner.engine.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Tells the database, its position and the time: `app-at-7-20261128T140305Z`.
final class BackupName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 120;

    private BackupName() {}

    static String of(String database, List<String> position, boolean history, Instant moment) {
        String at = history ? "at-" + (position.isEmpty() ? "base" : String.join("+", position)) : "no-history";
        String words =
                (database + "-" + at).replaceAll("[^\\p{L}\\p{N}_.+-]", "_").replaceFirst("^[.-]", "_");
        return words.substring(0, Math.min(words.length(), LONGEST)) + "-" + TIME.format(moment);
    }
}
