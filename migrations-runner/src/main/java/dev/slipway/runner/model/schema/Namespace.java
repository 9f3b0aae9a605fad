package dev.slipway.runner.model.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The schema, as PostgreSQL uses the word, that an object lies in.
public final class Namespace {
    /// A comment or a grant names first what kind of object it is on.
    private static final Pattern FIRST_NAME = Pattern.compile(
            "(?:(?<schema>schema )|(?:[a-z]+ ){0,2})(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^.\" ]+))");

    private Namespace() {}

    /// Its name without quotes, or nothing if the object lies in none, as an extension does.
    public static Optional<String> of(SchemaObject.Key key) {
        if (key.kind() == ObjectKind.EXTENSION) {
            return Optional.empty();
        }
        Matcher matcher = FIRST_NAME.matcher(key.name());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String quoted = matcher.group("quoted");
        return Optional.ofNullable(quoted == null ? matcher.group("plain") : quoted.replace("\"\"", "\""));
    }
}
