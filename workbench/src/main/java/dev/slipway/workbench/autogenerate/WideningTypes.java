package dev.slipway.workbench.autogenerate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells changes of type that PostgreSQL makes without looking at a row.
///
/// @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE:
/// Notes</a>
final class WideningTypes {
    private static final Pattern SIZED = Pattern.compile("(varchar|numeric)(?:\\((\\d+)(?:,(\\d+))?\\))?");

    private WideningTypes() {}

    static boolean is(String from, String to) {
        String narrow = TypeText.of(from);
        String wide = TypeText.of(to);
        Matcher before = SIZED.matcher(narrow);
        Matcher after = SIZED.matcher(wide);
        if (before.matches() && wide.equals("text")) {
            return before.group(1).equals("varchar");
        }
        return before.matches() && after.matches() && before.group(1).equals(after.group(1)) && isWider(before, after);
    }

    private static boolean isWider(Matcher before, Matcher after) {
        if (after.group(2) == null) {
            return true;
        }
        return before.group(2) != null
                && Integer.parseInt(after.group(2)) >= Integer.parseInt(before.group(2))
                && String.valueOf(after.group(3)).equals(String.valueOf(before.group(3)));
    }
}
