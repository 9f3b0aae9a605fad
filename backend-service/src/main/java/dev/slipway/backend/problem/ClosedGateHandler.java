package dev.slipway.backend.problem;

import dev.slipway.gate.micronaut.GateClosed;
import dev.slipway.gate.micronaut.GateClosedHandler;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/// Answers with a [Problem] while the gate is closed.
@Singleton
@Replaces(GateClosedHandler.class)
final class ClosedGateHandler implements ExceptionHandler<GateClosed, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, GateClosed closed) {
        return HttpResponse.<Problem>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, closed.summary(), List.of()))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
