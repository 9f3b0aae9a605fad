package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.model.SchemaRevision;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema changes while requests are under way.
final class ChangingSchemaTest {
    private static final List<String> PATHS = List.of("/api/users", "/api/users/1", "/api/users?role=viewer");

    private final AccountDatabase database = AccountDatabase.migrated();
    private final ConcurrentLinkedQueue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicInteger made = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table users rename column phone to telephone",
                "alter table users rename to people",
                "alter table users alter column phone type text",
                "alter table users add column tenant text not null default ''; alter table users alter tenant drop default",
                "alter table users add constraint closed check (id < 0) not valid",
                "revoke all on users from account_service",
            })
    void aContractRevisionUnderLoadGives503WithTheReasonAndNo500(String change) throws Exception {
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            underLoad(service.as(1, "admin"), () -> change(change, "slipway contract: 99"));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201, 503);
            assertThat(refused()).extracting(RunningService::answer).containsOnly(unavailable("""
                    the schema is at revision \\"99\\", and since \\"99\\" it cannot serve a service built for \\"%s\\"; \
                    start a newer service""".formatted(
                            SchemaRevision.REQUIRED)));
            assertThat(refused())
                    .allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                            .contains("1"));
            assertThat(service.isReady()).isFalse();
        }
    }

    @Test
    void aColumnThatIsGoneWithoutAWordIsNo500Either() {
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            database.owner().execute("alter table users rename column phone to telephone");
            assertThat(service.as(1, "admin").get("/api/users/1"))
                    .isEqualTo(unavailable("the schema changes at this moment"));
        }
    }

    private List<HttpResponse<String>> refused() {
        return answers.stream().filter(answer -> answer.statusCode() == 503).toList();
    }

    private void underLoad(Client client, Runnable change) throws Exception {
        List<Future<?>> loads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                loads.add(threads.submit(() -> send(client)));
            }
            RunningService.await(() -> answers.size() > 100);
            try {
                change.run();
            } finally {
                changed.set(true);
            }
            for (Future<?> load : loads) {
                load.get();
            }
        }
    }

    /// Until the schema has changed, and then until that is noticed.
    private void send(Client client) {
        boolean last = false;
        while (!last) {
            last = changed.get() && !refused().isEmpty();
            PATHS.forEach(path -> answers.add(client.exchange("GET", path, "")));
            int name = made.incrementAndGet();
            answers.add(client.exchange("POST", "/api/users", """
                    {"username":"%d","email":"%d@example.org","role":"viewer"}""".formatted(name, name)));
        }
    }

    /// As the runner does it: in one transaction.
    private void change(String sql, String note) {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("""
                    insert into flyway_schema_history
                    values (99, '99', 'change', 'SQL', 'V99__change.sql', 0, current_user, now(), 1, true)
                    """);
            statement.execute("comment on table flyway_schema_history is '%s'".formatted(note));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer unavailable(String detail) {
        return new Answer(
                503,
                "application/problem+json",
                "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"%s\"}".formatted(detail));
    }
}
