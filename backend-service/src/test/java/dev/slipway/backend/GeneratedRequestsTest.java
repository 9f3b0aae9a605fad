package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.fixture.Description;
import dev.slipway.backend.fixture.Description.Operation;
import dev.slipway.backend.fixture.HostileRequests;
import dev.slipway.backend.fixture.HostileRequests.Hostile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests made from the description of the API, with fixed seeds, sent by an administrator, who gets furthest.
final class GeneratedRequestsTest {
    private static final int REQUESTS_PER_OPERATION = 150;
    private static final Set<String> OPEN = Set.of("POST /api/auth/login", "POST /api/auth/refresh", "GET /api/health");

    private static AccountDatabase database;
    private static RunningService service;
    private static Description description;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "100000"));
        service.awaitReady();
        description = Description.parse(service.get("/openapi.json").body());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<Operation> operations() {
        return description.operations().stream();
    }

    @Test
    void theDescriptionNamesEveryOperation() {
        assertThat(description.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrder(
                        "POST /api/auth/login",
                        "POST /api/auth/logout",
                        "POST /api/auth/refresh",
                        "GET /api/health",
                        "GET /api/schema",
                        "GET /api/company",
                        "PUT /api/company",
                        "GET /api/users",
                        "POST /api/users",
                        "GET /api/users/{id}",
                        "PUT /api/users/{id}",
                        "DELETE /api/users/{id}",
                        "PUT /api/users/{id}/password",
                        "POST /api/users/{id}/unlock",
                        "GET /api/users/{id}/preferences",
                        "PUT /api/users/{id}/preferences");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hostileRequestsAreRefusedAndDoNoHarm(Operation operation) {
        HostileRequests requests =
                new HostileRequests(operation, operation.toString().hashCode());
        Set<Integer> statuses = new TreeSet<>();
        for (int i = 0; i < REQUESTS_PER_OPERATION; i++) {
            Hostile request = requests.next();
            HttpResponse<String> answer = send(request);
            statuses.add(answer.statusCode());
            assertIsDescribed(operation, answer);
            assertThat(answer.statusCode())
                    .as("%s answered %s", request, answer.body())
                    .isLessThan(500);
            if (request.mustBeRefused()) {
                assertThat(answer.statusCode()).as("%s", request).isGreaterThanOrEqualTo(400);
            }
            assertTellsNothing(request, answer);
        }
        assertThat(statuses).isNotEmpty();
        assertThat(service.isReady()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void otherMethodsAreRefused(Operation operation) {
        Set<String> known = new TreeSet<>();
        description.operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .forEach(other -> known.add(other.method()));
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE", "X")) {
            if (!known.contains(method)) {
                Hostile request = new Hostile(method, operation.path().replace("{id}", "1"), Map.of(), "{}", true);
                HttpResponse<String> answer = send(request);
                assertThat(answer.statusCode()).as("%s", request).isBetween(400, 499);
                assertTellsNothing(request, answer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutATokenEachAnswersAsTheDescriptionSays(Operation operation) {
        HttpResponse<String> answer = service.nobody()
                .exchange(
                        operation.method(),
                        operation.path().replace("{id}", "1"),
                        operation.body().isEmpty() ? "" : "{}");
        assertIsDescribed(operation, answer);
        assertThat(answer.statusCode() == 401).isEqualTo(operation.needsToken());
        assertThat(operation.needsToken()).isNotEqualTo(OPEN.contains(operation.toString()));
    }

    @Test
    void everyRefusalIsDescribedAsAProblem() {
        assertThat(description.operations())
                .allSatisfy(operation -> assertThat(operation.answers())
                        .containsKeys(400, 406, 413, 500, 503)
                        .allSatisfy((status, type) -> assertThat(type)
                                .isEqualTo(
                                        status == 204
                                                ? ""
                                                : status < 400
                                                                || (status == 503
                                                                        && operation
                                                                                .path()
                                                                                .equals("/api/health"))
                                                        ? "application/json"
                                                        : "application/problem+json")));
    }

    private static void assertIsDescribed(Operation operation, HttpResponse<String> answer) {
        assertThat(operation.answers())
                .as("%s answered %s", operation, answer.body())
                .containsEntry(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""));
    }

    private static void assertTellsNothing(Hostile request, HttpResponse<String> answer) {
        assertThat(answer.body())
                .as("%s", request)
                .doesNotContain(
                        "Exception",
                        "\tat ",
                        "dev.slipway",
                        "io.micronaut",
                        "java.",
                        "com.fasterxml",
                        "ERROR:",
                        "SQLState");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("%s answered %d", request, answer.statusCode())
                    .contains("application/problem+json");
        }
    }

    private static HttpResponse<String> send(Hostile request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(service.uri(request.path()))
                .header("Authorization", "Bearer " + service.token(1, "admin"))
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        return service.exchange(builder.build());
    }
}
