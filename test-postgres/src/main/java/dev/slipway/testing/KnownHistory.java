package dev.slipway.testing;

import java.util.List;
import java.util.Optional;

/// Rows of a history, and what they amount to: the runner and the gate of the service, which share no code, are both
/// held to it.
///
/// @param rows `rank version type`, with `-` for no version and `failed` at the end of one that was no success
/// @param position the highest version that is applied
/// @param reached whether revision 7 is there
/// @param failed whether something up to 7 did not come to its end
public record KnownHistory(String name, List<String> rows, Optional<String> position, boolean reached, boolean failed) {
    private static final int WORDS = 3;

    /// One row.
    ///
    /// @param version nothing for those of repeatable scripts and of the schema
    public record Row(int rank, Optional<String> version, String type, boolean success) {
        private static Row of(String text) {
            String[] words = text.split(" ", -1);
            return new Row(
                    Integer.parseInt(words[0]),
                    Optional.of(words[1]).filter(word -> !word.equals("-")),
                    words[2],
                    words.length == WORDS);
        }
    }

    public KnownHistory {
        rows = List.copyOf(rows);
    }

    public List<Row> parsed() {
        return rows.stream().map(Row::of).toList();
    }

    public static List<KnownHistory> all() {
        return List.of(
                at("7", "a script", "1 7 SQL"),
                at("7", "a Java migration", "1 6 SQL", "2 7 JDBC"),
                at("7", "one of Spring", "1 7 SPRING_JDBC"),
                at("7", "a script in another language", "1 7 SCRIPT"),
                at("7", "a custom one", "1 7 CUSTOM"),
                at("7", "of a type that nobody knows", "1 7 SQL_STATE"),
                at("7", "below the row of the schema", "0 - SCHEMA", "1 7 SQL"),
                below("1", "a schema with version 0", "-1 0 SCHEMA", "1 1 SQL"),
                none("the row of the schema alone", "0 - SCHEMA"),
                none("a schema with version 0 alone", "0 0 SCHEMA"),
                none("a repeatable script alone", "1 - SQL"),
                at("8", "a baseline above", "1 8 BASELINE"),
                at("7", "a baseline script", "1 7 SQL_BASELINE"),
                at("9", "a baseline of Java", "1 9 JDBC_BASELINE"),
                at("8", "a baseline of the first Flyways", "1 8 INIT"),
                below("6", "a baseline below", "1 6 BASELINE"),
                below("8", "a higher one of another branch", "1 6 SQL", "2 8 SQL"),
                below("6", "taken back", "1 6 SQL", "2 7 SQL", "3 7 DELETE"),
                below("6", "taken back by Flyway's paid editions", "1 6 SQL", "2 7 SQL", "3 7 UNDO_SQL"),
                below("6", "Java that was taken back", "1 6 SQL", "2 7 JDBC", "3 7 UNDO_JDBC"),
                below("6", "Spring's that was taken back", "1 6 SQL", "2 7 SPRING_JDBC", "3 7 UNDO_SPRING_JDBC"),
                at("7", "taken back and applied again", "1 7 SQL", "2 7 UNDO_SQL", "3 7 SQL"),
                below("6", "taken back in another spelling", "1 6 SQL", "2 07.0 SQL", "3 7 DELETE"),
                none("all taken back", "1 7 SQL", "2 7 UNDO_SCRIPT"),
                failed("6", "a script that failed", "1 6 SQL", "2 7 SQL failed"),
                failed("6", "Java that failed", "1 6 SQL", "2 7 JDBC failed"),
                failed("6", "taken back in part", "1 6 SQL", "2 7 SQL", "3 7 DELETE failed"),
                failed("6", "taken back in part by another tool", "1 6 SQL", "2 7 SQL", "3 7 UNDO_SQL failed"),
                at("7", "something above that failed", "1 7 SQL", "2 8 SQL failed"),
                at("7", "a repeatable that failed", "1 7 SQL", "2 - SQL failed"),
                at("7", "failed and then applied", "1 7 SQL failed", "2 7 SQL"),
                at("7", "out of order", "1 7 SQL", "2 6 SQL"),
                at("10", "ranks with gaps and below 0", "-9 1 SQL", "-3 7 SQL", "40 10 SQL"),
                at("7", "trailing zeros", "1 7.0.0 SQL"),
                at("7", "leading zeros", "1 007 SQL"),
                at("7.1", "parts with underscores", "1 7 SQL", "2 7_1 SQL"),
                at("20261126170000", "dates", "1 7 SQL", "2 20261126170000 SQL"),
                at("99999999999999999999999999", "huge numbers", "1 7 SQL", "2 99999999999999999999999999 SQL"));
    }

    private static KnownHistory at(String position, String name, String... rows) {
        return new KnownHistory(name, List.of(rows), Optional.of(position), true, false);
    }

    private static KnownHistory below(String position, String name, String... rows) {
        return new KnownHistory(name, List.of(rows), Optional.of(position), false, false);
    }

    private static KnownHistory none(String name, String... rows) {
        return new KnownHistory(name, List.of(rows), Optional.empty(), false, false);
    }

    private static KnownHistory failed(String position, String name, String... rows) {
        return new KnownHistory(name, List.of(rows), Optional.of(position), false, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
