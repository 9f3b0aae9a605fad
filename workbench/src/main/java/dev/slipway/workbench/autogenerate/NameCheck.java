package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a check that limits a text column to some values, in the words of PostgreSQL's `pg_get_constraintdef`.
final class NameCheck {
    private static final String VALUE = "'(?:[^']|'')*'(?:::[a-z ]+(?:\\(\\d+\\))?)?";
    private static final Pattern CHECK = Pattern.compile("CHECK \\(\\(+\"?[^()'\"]+\"?\\)?(?:::text)? = "
            + "(?:ANY \\(+ARRAY\\[((?:" + VALUE + "(?:, )?)+)\\]\\)?(?:::text\\[\\])?\\)|(" + VALUE
            + "))\\)+(?: NOT VALID)?");
    private static final Pattern EACH = Pattern.compile("'((?:[^']|'')*)'");

    private NameCheck() {}

    /// The values, or nothing if the check is of another form.
    static Optional<List<String>> values(TableDefinition.Check check) {
        Matcher matcher = CHECK.matcher(check.definition());
        if (check.columns().size() != 1 || !matcher.matches()) {
            return Optional.empty();
        }
        String list = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(EACH.matcher(list)
                .results()
                .map(value -> value.group(1).replace("''", "'"))
                .toList());
    }
}
