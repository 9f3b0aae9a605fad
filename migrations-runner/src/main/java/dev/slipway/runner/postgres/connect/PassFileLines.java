package dev.slipway.runner.postgres.connect;

import java.util.ArrayList;
import java.util.List;

/// Finds a password in the lines of a `.pgpass` file: the first line that fits.
///
/// Source: https://www.postgresql.org/docs/current/libpq-pgpass.html
final class PassFileLines {
    private static final int FIELDS = 5;

    private PassFileLines() {}

    static String find(List<String> lines, HostAddress host, String database, String user) {
        List<String> wanted = List.of(host.name(), String.valueOf(host.port()), database, user);
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(PassFileLines::fields)
                .filter(fields -> fields.size() == FIELDS && fits(fields, wanted))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The fields between the colons; a backslash takes the meaning from the character after it.
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
