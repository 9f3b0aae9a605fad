package dev.slipway.backend.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.serde.exceptions.SerdeException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a part of a request that could not be read, in words that do not name the service's inside.
///
/// @param faults empty if it is not about a field
record Unreadable(String detail, List<Fault> faults) {
    /// For example `Change["field"]`.
    private static final Pattern LAST_FIELD = Pattern.compile(".*\\[\"(.{1,64})\"]", Pattern.DOTALL);

    private static final String NOT_TAKEN = "does not take this value";

    static Unreadable of(ConversionErrorException failure) {
        Argument<?> argument = failure.getArgument();
        return argument.isAnnotationPresent(Body.class)
                ? ofBody(failure)
                : new Unreadable("\"%s\" %s".formatted(argument.getName(), NOT_TAKEN), List.of());
    }

    private static Unreadable ofBody(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerdeException unreadable) {
                Matcher field = LAST_FIELD.matcher(unreadable.getPathAsString());
                if (field.matches()) {
                    boolean unknown = String.valueOf(unreadable.getMessage()).startsWith("Unknown property");
                    return new Unreadable("", List.of(new Fault(field.group(1), unknown ? "is not known" : NOT_TAKEN)));
                }
            }
        }
        return new Unreadable("the body is not what this operation takes", List.of());
    }
}
