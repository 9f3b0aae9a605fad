package dev.slipway.runner.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A type, a function or the like that a script names and the server does not know: an extension may bring it.
///
/// @param schema null if it is not qualified
public record MissingObject(@Nullable String schema, String name) {
    /// `undefined_object` and `undefined_function`.
    private static final Set<String> STATES = Set.of("42704", "42883");

    private static final Pattern MESSAGE =
            Pattern.compile("(?:type|operator class|access method|language|foreign-data wrapper|text search \\w+)"
                    + " \"(?:([^\".]+)\\.)?([^\".\\[]+)(?:\\[])*\" does not exist.*"
                    + "|function (?:([^(.]+)\\.)?([^(.]+)\\(.*\\) does not exist");

    public static Optional<MissingObject> in(ServerError error) {
        Matcher message = MESSAGE.matcher(error.message());
        if (!STATES.contains(error.sqlState()) || !message.matches()) {
            return Optional.empty();
        }
        String function = message.group(4);
        return Optional.of(
                function == null
                        ? new MissingObject(message.group(1), message.group(2))
                        : new MissingObject(message.group(3), function));
    }
}
