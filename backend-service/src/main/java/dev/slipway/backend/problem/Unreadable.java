package dev.slipway.backend.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a part of a request that could not be read, in words that do not name the service's inside.
///
/// @param faults empty if it is not about a field
record Unreadable(String detail, List<Fault> faults) {
    private static final Pattern UNKNOWN = Pattern.compile("Unknown property \\[(.{1,64}?)] .*", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(".*\\bproperty \\[\\S+ (\\w+)].*", Pattern.DOTALL);
    private static final String NOT_TAKEN = "does not take this value";

    static Unreadable of(ConversionErrorException failure) {
        Argument<?> argument = failure.getArgument();
        return argument.isAnnotationPresent(Body.class)
                ? ofBody(failure)
                : new Unreadable("\"%s\" %s".formatted(argument.getName(), NOT_TAKEN), List.of());
    }

    private static Unreadable ofBody(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher unknown = UNKNOWN.matcher(message);
            if (unknown.matches()) {
                return of(unknown.group(1), "is not known");
            }
            Matcher value = VALUE.matcher(message);
            if (value.matches()) {
                return of(value.group(1), NOT_TAKEN);
            }
        }
        return new Unreadable("the body is not what this operation takes", List.of());
    }

    private static Unreadable of(String field, String message) {
        return new Unreadable("", List.of(new Fault(field, message)));
    }
}
