package dev.slipway.runner.model.impact;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.manifest.WorkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one statement of a script is going to do to one table of a database, as far as it can be told before.
///
/// @param label of the script: `7`
/// @param script its path in the location
/// @param line where the statement begins, from 1
/// @param times how often it does it: several indexes are built one after the other
/// @param table as it stands in SQL
/// @param bytes how large the table is, with its indexes
/// @param time how long it will take
/// @param held who has to wait until it is done, or null if nobody has
/// @param walBytes what the server writes into its log for it, or 0 if that cannot be told
/// @param replicas how many servers get that
public record Impact(
        String label,
        String script,
        int line,
        WorkKind work,
        int times,
        String table,
        long bytes,
        TimeRange time,
        @Nullable Held held,
        long walBytes,
        int replicas) {
    /// A lock that keeps others waiting.
    ///
    /// @param table which one is locked, not always the one that is worked on
    /// @param writesPerSecond rows, on average, that would be written in the meantime
    /// @param readsPerSecond how often it would be read in the meantime, or 0 if readers need not wait
    public record Held(String table, LockMode lock, long writesPerSecond, long readsPerSecond) {}

    /// One line: `7 rewrites public.orders: 48 GB, about 14 to 30 min under ACCESS EXCLUSIVE`, and what follows.
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add("%s %s %s%s: %s, %s%s"
                .formatted(
                        label,
                        work.does(),
                        table,
                        times == 1 ? "" : " %d times".formatted(times),
                        ByteSize.text(bytes),
                        time.text(),
                        under()));
        if (held == null) {
            parts.add("nobody has to wait");
        } else if (held.writesPerSecond + held.readsPerSecond > 0) {
            parts.add(waiting(held));
        }
        if (walBytes > 0 && replicas > 0) {
            parts.add("replicas get %s of WAL".formatted(ByteSize.text(walBytes)));
        }
        return String.join("; ", parts);
    }

    private String under() {
        if (held == null) {
            return "";
        }
        String other = held.table.equals(table) ? "" : " on " + held.table;
        return " under %s%s".formatted(held.lock.words(), other);
    }

    private static String waiting(Held held) {
        String writes = "%s/s".formatted(number(held.writesPerSecond, "write"));
        return held.readsPerSecond == 0
                ? writes + " would wait"
                : "%s and %s/s would wait".formatted(writes, number(held.readsPerSecond, "read"));
    }

    private static String number(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
