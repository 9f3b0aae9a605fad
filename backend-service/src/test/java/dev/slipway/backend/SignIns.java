package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.util.Map;

/// A service that takes any number of sign-ins, and users with hashes of each kind.
record SignIns(AccountDatabase database, RunningService service) implements AutoCloseable {
    static final String PASSWORD = "correct horse bätтery";
    static final Answer REFUSED = new Answer(401, "application/problem+json", """
            {"title":"Unauthorized","status":401,"detail":"user name or password is wrong, or there were too many attempts"}""");

    static final Answer REFRESH_REFUSED = new Answer(401, "application/problem+json", """
            {"title":"Unauthorized","status":401,"detail":"the refresh token is not valid, or no longer; sign in again"}""");

    private static final String PBKDF2 =
            "pbkdf2:sha256:600000$Xk3aPq9Zt1bC7dEf$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98";
    private static final String SCRYPT =
            "scrypt:32768:8:1$Yb7LmQe2Rt5uVw8x$f2903701267da62b87d0bf9640e579a2bb9c9d8c332565eb7e5a2aaaa983b733c000d1eb2cca79348dd36244c9c1620ec63c52041c8c8dcd9fa84c00aeebca9f";
    private static final String BCRYPT = "$2b$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS";

    static SignIns start() {
        AccountDatabase database = AccountDatabase.migrated();
        RunningService service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "100000"));
        service.awaitReady();
        return new SignIns(database, service);
    }

    void insertUsers() {
        database.owner().execute("delete from users where username <> 'admin'");
        database.service().execute("""
                insert into users (id, username, email, hashed_password, role)
                    values (100, 'ana', 'ana@example.org', '%s', 'member');
                insert into users (id, username, email, password_hash) values (101, 'old', 'old@example.org', '%s');
                insert into users (id, username, email, password_hash) values (102, 'older', 'older@example.org', '%s');
                insert into users (id, username, email) values (103, 'none', 'none@example.org');
                insert into users (id, username, email, hashed_password, active)
                    values (104, 'gone', 'gone@example.org', '%s', false);
                update company_settings set max_failed_login_attempts = 5, lockout_minutes = 15
                """.formatted(BCRYPT, SCRYPT, PBKDF2, BCRYPT));
    }

    /// Users whom nobody has signed in as, from nowhere, and nothing of it in the audit trail.
    void beginAnew() {
        insertUsers();
        database.owner().execute("delete from sign_in_devices; truncate audit_trail");
    }

    String row(String username, String columns) {
        return database.owner()
                .query("select %s from users where username = '%s'".formatted(columns, username))
                .getFirst();
    }

    Answer signIn(String username, String password) {
        return RunningService.answer(login(username, password));
    }

    HttpResponse<String> login(String username, String password) {
        return service.nobody().exchange("POST", "/api/auth/login", body(username, password));
    }

    Answer refresh(String refreshToken) {
        return service.nobody().send("POST", "/api/auth/refresh", refreshBody(refreshToken));
    }

    static String refreshBody(String refreshToken) {
        return "{\"refreshToken\":\"%s\"}".formatted(refreshToken);
    }

    static String accessToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().replaceAll(".*\"accessToken\":\"([\\w.-]+)\".*", "$1");
    }

    static String refreshToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().replaceAll(".*\"refreshToken\":\"([\\w.-]+)\".*", "$1");
    }

    static String body(String username, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }

    @Override
    public void close() {
        service.close();
    }
}
