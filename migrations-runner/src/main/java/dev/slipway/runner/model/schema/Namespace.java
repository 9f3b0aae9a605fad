package dev.slipway.runner.model.schema;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The schema, as PostgreSQL uses the word, that an object lies in.
public final class Namespace {
    private static final Set<ObjectKind> OF_THE_DATABASE = EnumSet.of(
            ObjectKind.EXTENSION,
            ObjectKind.CAST,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.FOREIGN_SERVER,
            ObjectKind.PUBLICATION,
            ObjectKind.EVENT_TRIGGER);

    /// A comment or a grant names first what kind of object it is on.
    private static final Pattern ON_ONE_OF_THE_DATABASE = Pattern.compile(
            "(?:%s) .*".formatted(OF_THE_DATABASE.stream().map(ObjectKind::word).collect(Collectors.joining("|"))));

    private static final Pattern FIRST_NAME = Pattern.compile(
            "(?:(?<schema>schema )|(?:[a-z]+ ){0,3})(?:\"(?<quoted>[^\"]*(?:\"\"[^\"]*)*)\"|(?<plain>[^.\" ]+))");

    private Namespace() {}

    /// Its name without quotes, or nothing if the object lies in none, as an extension does, or a cast.
    public static Optional<String> of(SchemaObject.Key key) {
        if (OF_THE_DATABASE.contains(key.kind())
                || ON_ONE_OF_THE_DATABASE.matcher(key.name()).matches()) {
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
