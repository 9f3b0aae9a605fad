package dev.slipway.backend.problem;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a request that failed by surprise: 503 if the database was lost, which passes, and 500 otherwise.
@Singleton
final class FailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    /// Connection failures, refused sign-in, too few resources, and shutdown of the server.
    private static final String LOST = "(08|28|53|57P).*";

    private final ErrorResponseProcessor<?> responses;

    FailureHandler(ErrorResponseProcessor<?> responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        if (isDatabaseLost(failure)) {
            LOG.warn("{} {} met no database: {}", request.getMethod(), request.getPath(), failure.getMessage());
            return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer");
        }
        LOG.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "the service failed; its log says why");
    }

    private HttpResponse<?> answer(HttpRequest<?> request, HttpStatus status, String detail) {
        ErrorContext context =
                ErrorContext.builder(request).errorMessage(detail).build();
        return responses.processResponse(context, HttpResponse.status(status));
    }

    private static boolean isDatabaseLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof ConnectionException
                    || (cause instanceof SQLException e
                            && String.valueOf(e.getSQLState()).matches(LOST))) {
                return true;
            }
        }
        return false;
    }
}
