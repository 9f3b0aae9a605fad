package dev.slipway.backend.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;

/// Lists everything that is wrong with a request at once.
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class FaultsHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {
    private final RefusalHandler refusals;

    FaultsHandler(RefusalHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException violations) {
        List<Fault> faults = violations.getConstraintViolations().stream()
                .map(FaultsHandler::fault)
                .distinct()
                .sorted(Fault.ORDER)
                .toList();
        return refusals.handle(request, Refusal.of(HttpStatus.BAD_REQUEST, faults));
    }

    /// The path begins with the names of method and parameter; a client knows the last one only.
    private static Fault fault(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            field = String.valueOf(node.getName());
        }
        return new Fault(field, violation.getMessage());
    }
}
