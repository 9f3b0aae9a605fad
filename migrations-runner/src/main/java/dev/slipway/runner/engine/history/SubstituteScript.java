package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Naming;
import java.util.Objects;
import java.util.regex.Pattern;

/// The script that takes the place of what was no script of SQL, for example of a Java migration of Flyway.
final class SubstituteScript {
    /// What cannot stand in the name of a file, or means something else there.
    private static final Pattern UNNAMEABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.,;()+=@-]");

    private static final Pattern SPACES = Pattern.compile("[ _]+");
    private static final String WITHOUT_WORDS = "stand_in";

    private SubstituteScript() {}

    /// For example `V1_1__NormalizeNames.sql`, by the names of the project.
    static String name(Naming naming, HistoryRow row) {
        String version = Objects.requireNonNull(row.version()).toString();
        boolean parted =
                naming.separator().startsWith("_") && naming.separator().length() == 1;
        return naming.script(parted ? version : version.replace('.', '_'), words(row));
    }

    /// Whether a script with this description has the name of the row's stand-in. A class may have described itself in
    /// words that no file can be named by.
    static boolean isNamed(String description, HistoryRow row) {
        return NewRow.abbreviated(words(row).replace('_', ' ')).equals(description);
    }

    private static String words(HistoryRow row) {
        String words = UNNAMEABLE.matcher(row.description()).replaceAll("_");
        return words.isBlank() || SPACES.matcher(words).matches() ? WITHOUT_WORDS : words;
    }
}
