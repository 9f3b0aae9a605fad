package dev.slipway.backend.problem;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a request that failed by surprise: 503 if the database was lost or its schema changed, and 500 otherwise.
@Singleton
final class FailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    /// Connection failures, a server that only reads, refused sign-in, too few resources, and shutdown of the server.
    private static final String LOST = "(08|25006|28|53|57P).*";

    /// Soon, since what is lost comes back, and another replica may answer meanwhile.
    private static final String RETRY_AFTER_SECONDS = "1";

    /// A statement or a lock that took longer than the settings allow.
    private static final String BUSY = "55P03|57014";

    private final ErrorResponseProcessor<?> responses;
    private final List<Explanation> explanations;

    FailureHandler(ErrorResponseProcessor<?> responses, List<Explanation> explanations) {
        this.responses = responses;
        this.explanations = List.copyOf(explanations);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        Optional<String> explanation = explanations.stream()
                .flatMap(known -> known.of(failure).stream())
                .findFirst();
        if (explanation.isPresent()) {
            return unavailable(request, failure, explanation.get());
        }
        if (hasState(failure, BUSY)) {
            return unavailable(request, failure, "the database is busy");
        }
        if (isDatabaseLost(failure)) {
            return unavailable(request, failure, "the database does not answer");
        }
        LOG.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        return answer(
                request, HttpResponse.status(HttpStatus.INTERNAL_SERVER_ERROR), "the service failed; its log says why");
    }

    private HttpResponse<?> unavailable(HttpRequest<?> request, Throwable failure, String detail) {
        LOG.warn("{} {}: {}: {}", request.getMethod(), request.getPath(), detail, failure.getMessage());
        return answer(
                request,
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                detail);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response, String detail) {
        ErrorContext context =
                ErrorContext.builder(request).errorMessage(detail).build();
        return responses.processResponse(context, response);
    }

    private static boolean isDatabaseLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof ConnectionException) {
                return true;
            }
        }
        return hasState(failure, LOST);
    }

    private static boolean hasState(Throwable failure, String states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e
                    && String.valueOf(e.getSQLState()).matches(states)) {
                return true;
            }
        }
        return false;
    }
}
