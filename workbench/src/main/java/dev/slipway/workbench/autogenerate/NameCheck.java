package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.QuotedText;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a check that limits a text column to some values, in the words of PostgreSQL's `pg_get_constraintdef`.
///
/// The values are matched one by one: a pattern for all of them would take a piece of the stack for each.
final class NameCheck {
    private static final String VALUE = "\\(*'(" + QuotedText.INSIDE + ")'(?:::[a-z ]+(?:\\(\\d+\\))?|\\))*";
    private static final Pattern CHECK = Pattern.compile(
            "CHECK \\(\\(+\"?[^()'\"]+\"?\\)?(?:::text)? = "
                    + "(?:ANY \\(+ARRAY\\[(\\(*'.+?)\\]\\)?(?:::text\\[\\])?\\)|(" + VALUE + "))\\)+(?: NOT VALID)?",
            Pattern.DOTALL);
    private static final Pattern EACH = Pattern.compile(VALUE + "(?:, |$)");

    private NameCheck() {}

    /// The values, or nothing if the check is of another form.
    static Optional<List<String>> values(TableDefinition.Check check) {
        Matcher matcher = CHECK.matcher(check.definition());
        return check.columns().size() == 1 && matcher.matches()
                ? values(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    private static Optional<List<String>> values(String list) {
        List<String> values = new ArrayList<>();
        Matcher each = EACH.matcher(list);
        while (each.lookingAt()) {
            values.add(each.group(1).replace("''", "'"));
            if (each.end() == list.length()) {
                return Optional.of(values);
            }
            each.region(each.end(), list.length());
        }
        return Optional.empty();
    }
}
