package dev.slipway.backend.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// Answers 401 to those who have not signed in, with the challenge of RFC 6750, and 403 to those who may not.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefusal implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {
    private final ErrorResponseProcessor<?> responses;

    AccessRefusal(ErrorResponseProcessor<?> responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        if (refusal.isForbidden()) {
            return answer(request, HttpResponse.status(HttpStatus.FORBIDDEN), "your role does not allow this");
        }
        boolean token = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        return answer(
                request,
                HttpResponse.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, token ? "Bearer error=\"invalid_token\"" : "Bearer"),
                token ? "the token is not valid, or no longer; sign in again" : "sign in at /api/auth/login");
    }

    private HttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response, String detail) {
        return responses.processResponse(
                ErrorContext.builder(request).errorMessage(detail).build(), response);
    }
}
