package dev.slipway.backend.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// Gives every failed request, Micronaut's own refusals included, a [Problem] as its body.
///
/// What went wrong inside the service stays in its log.
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {
    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return response.body(problem(context, response.status())).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private static Problem problem(ErrorContext context, HttpStatus status) {
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return Problem.of(status, "the service failed; its log says why", List.of());
        }
        if (context.getRootCause().orElse(null) instanceof ConversionErrorException e) {
            Unreadable unreadable = Unreadable.of(e);
            return Problem.of(status, unreadable.detail(), unreadable.faults());
        }
        if (context.getRootCause().orElse(null) instanceof JsonSyntaxException) {
            return Problem.of(status, "the body is not JSON", List.of());
        }
        String detail = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return Problem.of(status, detail, List.of());
    }
}
