package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator's reset holds, whatever the user does at the same moment.
final class PasswordRacesTest {
    private static final String OLD = SignIns.PASSWORD;
    private static final String RESET = "what the administrator gave";
    private static final String OWN = "what the user would like";

    /// Lets the statement of this number that writes a password wait for the test.
    private static final String PAUSE = """
            create sequence writes;
            grant usage on sequence writes to account_service;
            create function pause() returns trigger language plpgsql as $$
            begin
                if nextval('writes') = %d then perform pg_advisory_xact_lock_shared(7); end if;
                return null;
            end $$;
            create trigger pause before update of hashed_password on users execute function pause()
            """;

    private static final String PAUSED = "select 1 from pg_locks where locktype = 'advisory' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";

    private AccountDatabase database;
    private RunningService service;

    @BeforeEach
    void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "DATABASE_LOCK_TIMEOUT",
                "60s",
                "DATABASE_STATEMENT_TIMEOUT",
                "60s"));
        service.awaitReady();
        admin("POST", "/api/users", """
                {"username":"ana","email":"ana@example.org","role":"member","password":"%s"}""".formatted(OLD), 201);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aChangeThatWasVerifiedBeforeTheResetIsRefusedAfterIt() throws Exception {
        Client ana = service.as(2, "member");
        String change = "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(OLD, OWN);
        // the sign-in that verifies the current password is the first to write
        assertThat(whileReset(
                        2,
                        () -> ana.send("PUT", "/api/users/2/password", change).status()))
                .isEqualTo(400);
        assertThat(ana.get("/api/users").status()).isEqualTo(401);
    }

    @Test
    void aSignInThatWasVerifiedBeforeTheResetIsRefusedAfterIt() throws Exception {
        assertThat(whileReset(1, () -> signIn(OLD))).isEqualTo(401);
    }

    /// What the user's request answers that an administrator's reset overtakes.
    private int whileReset(int write, Supplier<Integer> request) throws Exception {
        database.owner().execute(PAUSE.formatted(write));
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(7)");
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(request);
            RunningService.await(() -> !database.owner().query(PAUSED).isEmpty());
            admin("PUT", "/api/users/2/password", "{\"password\":\"%s\"}".formatted(RESET), 204);
            statement.execute("select pg_advisory_unlock(7)");
            int status = answer.get();
            assertThat(signIn(OWN)).isEqualTo(401);
            assertThat(signIn(OLD)).isEqualTo(401);
            assertThat(signIn(RESET)).isEqualTo(200);
            return status;
        }
    }

    private int signIn(String password) {
        return service.nobody()
                .send("POST", "/api/auth/login", SignIns.body("ana", password))
                .status();
    }

    private void admin(String method, String path, String json, int status) {
        assertThat(service.as(1, "admin").send(method, path, json).status()).isEqualTo(status);
    }
}
