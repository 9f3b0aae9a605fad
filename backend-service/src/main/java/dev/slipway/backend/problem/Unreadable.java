package dev.slipway.backend.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import java.util.List;

/// What is wrong with a part of a request that could not be read, in words that do not name the service's inside.
///
/// @param detail may be empty if there are faults
/// @param faults empty if it is not about a field
record Unreadable(String detail, List<Fault> faults) {
    static Unreadable of(ConversionErrorException failure) {
        Argument<?> argument = failure.getArgument();
        return argument.isAnnotationPresent(Body.class)
                ? ofBody(failure)
                : new Unreadable("\"%s\" does not take this value".formatted(argument.getName()), List.of());
    }

    private static Unreadable ofBody(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableBody body && !body.faults().isEmpty()) {
                return new Unreadable("", body.faults());
            }
        }
        return new Unreadable("the body is not what this operation takes", List.of());
    }
}
