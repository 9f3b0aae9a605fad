package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.Plural;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out what is lost with its rows by SQL that mends.
final class RepairLosses {
    /// As the writer of the SQL puts it.
    private static final Pattern TABLE = Pattern.compile("DROP (?:FOREIGN )?TABLE (.+);");

    private static final Pattern COLUMN =
            Pattern.compile("ALTER (?:FOREIGN )?TABLE (?:ONLY )?(.+)\\s+DROP COLUMN (.+);");

    private RepairLosses() {}

    /// One line for all, or none.
    static List<String> of(List<String> statements) {
        List<String> lost = statements.stream().flatMap(RepairLosses::of).toList();
        return lost.isEmpty()
                ? List.of()
                : List.of("careful: the SQL drops %s, with what is in %s"
                        .formatted(String.join(", ", lost), Plural.word(lost.size(), "it", "them")));
    }

    private static Stream<String> of(String statement) {
        return Stream.concat(
                TABLE.matcher(statement).results().map(found -> "table " + found.group(1)),
                COLUMN.matcher(statement).results().map(found -> "column " + found.group(1) + "." + found.group(2)));
    }
}
