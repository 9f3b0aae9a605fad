package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.postgres.sql.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The schemas in which a session looks for what is not qualified; what it creates goes into the first that exists.
///
/// Source: https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SEARCH-PATH
public record SearchPath(List<String> names) {
    /// The schema that every database has.
    public static final String PUBLIC = "public";

    /// Stands for the schema that is named like the user.
    private static final String USER = "$user";

    private static final String SYSTEM = "pg_";

    public SearchPath {
        names = List.copyOf(names);
    }

    /// Reads the value of the setting as the server does: names without quotes are in lower case.
    public static SearchPath parse(String setting) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean isQuoted = false;
        for (int i = 0; i < setting.length(); i++) {
            char c = setting.charAt(i);
            if (c == '"') {
                // two of them within quotes stand for one
                boolean escaped = !quoted && isQuoted && setting.charAt(i - 1) == '"';
                name.append(escaped ? "\"" : "");
                quoted = !quoted;
                isQuoted = true;
            } else if (quoted) {
                name.append(c);
            } else if (c == ',') {
                names.add(name.toString());
                name.setLength(0);
                isQuoted = false;
            } else if (!Character.isWhitespace(c)) {
                name.append(String.valueOf(c).toLowerCase(Locale.ROOT));
            }
        }
        names.add(name.toString());
        names.removeIf(String::isEmpty);
        return new SearchPath(names);
    }

    /// The schema that somebody named to work in, which is the first or none.
    public Optional<String> named() {
        return names.stream().limit(1).filter(SearchPath::isName).findFirst();
    }

    /// The first that is the name of a schema.
    public Optional<String> firstNamed() {
        return names.stream().filter(SearchPath::isName).findFirst();
    }

    private static boolean isName(String name) {
        return !name.equals(USER) && !name.startsWith(SYSTEM);
    }

    /// The same with a schema before all others, unless it is there.
    public SearchPath startingWith(String schema) {
        return names.stream().limit(1).anyMatch(schema::equals)
                ? this
                : new SearchPath(
                        Stream.concat(Stream.of(schema), names.stream()).toList());
    }

    /// The value of the setting.
    public String sql() {
        return names.stream().map(Quote::identifier).collect(Collectors.joining(", "));
    }
}
