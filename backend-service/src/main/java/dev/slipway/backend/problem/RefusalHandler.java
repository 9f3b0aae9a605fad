package dev.slipway.backend.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers with what a [Refusal] says.
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        MutableHttpResponse<Problem> answer = HttpResponse.<Problem>status(refusal.status())
                .body(Problem.of(refusal.status(), String.valueOf(refusal.getMessage()), refusal.faults()))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        refusal.headers().forEach(answer::header);
        return answer;
    }
}
