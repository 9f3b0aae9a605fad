package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsersTest {
    private static final String ANA = """
            {"id":1,"username":"ana","email":"ana@example.org","role":"admin","phone":"+49 30 1","lockedUntil":null,\
            "lastSignInAt":"2026-01-02T03:04:05.678901Z","createdAt":"2025-12-31T23:59:59Z"}""";
    private static final String BEN = """
            {"id":2,"username":"ben \\"O'\\\\ü\\u0007","email":"ben@example.org","role":"viewer","phone":null,\
            "lockedUntil":"2026-01-02T00:00:00Z","lastSignInAt":null,"createdAt":"2025-12-31T23:59:59Z"}""";
    private static final String EVE = """
            {"id":3,"username":"eve","email":"eve@example.org","role":"member","phone":null,"lockedUntil":null,\
            "lastSignInAt":null,"createdAt":"2025-12-31T23:59:59Z"}""";

    private static AccountDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = AccountDatabase.at(6);
        service = RunningService.start(database.service());
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void insertUsers() {
        database.owner().execute("truncate users restart identity cascade");
        database.service().execute("""
                set time zone 'UTC';
                insert into users (username, email, hashed_password, role, phone, last_sign_in_at, locked_until)
                values
                    ('ana', 'ana@example.org', 'argon2 hash', 'admin', '+49 30 1', '2026-01-02 03:04:05.678901', null),
                    (E'ben "O''\\\\ü\\x07', 'ben@example.org', null, 'viewer', null, null, '2026-01-02');
                insert into users (username, email, password_hash) values ('eve', 'eve@example.org', 'old hash');
                update users set created_at = '2025-12-31 23:59:59';
                """);
    }

    @Test
    void listsEverybodyWithoutPasswordHashes() {
        assertThat(service.get("/api/users")).isEqualTo(ok("""
                {"users":[%s,%s,%s],"next":null}""".formatted(ANA, BEN, EVE)));
    }

    @Test
    void pagesByTheIdOfTheLastUser() {
        assertThat(service.get("/api/users?limit=2")).isEqualTo(ok("""
                {"users":[%s,%s],"next":2}""".formatted(ANA, BEN)));
        assertThat(service.get("/api/users?limit=2&after=2")).isEqualTo(ok("""
                {"users":[%s],"next":null}""".formatted(EVE)));
        assertThat(service.get("/api/users?limit=3")).isEqualTo(ok("""
                {"users":[%s,%s,%s],"next":null}""".formatted(ANA, BEN, EVE)));
        assertThat(service.get("/api/users?after=9223372036854775807")).isEqualTo(ok("{\"users\":[],\"next\":null}"));
    }

    @Test
    void givesAPageOfFiftyUnlessAsked() {
        database.service().execute("""
                insert into users (username, email) select 'u' || n, n || '@example.org' from generate_series(1, 300) n
                """);
        assertThat(service.get("/api/users").body()).endsWith("\"next\":50}");
        assertThat(service.get("/api/users?limit=200").body()).endsWith("\"next\":200}");
    }

    @Test
    void readsOneUser() {
        assertThat(service.get("/api/users/1")).isEqualTo(ok(ANA));
        assertThat(service.get("/api/users/2")).isEqualTo(ok(BEN));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/4, 404, Not Found, there is no user 4",
        "/api/users/-1, 404, Not Found, there is no user -1",
        "/api/users/ana, 400, Bad Request, \\\"id\\\" does not take this value",
        "/api/users/9223372036854775808, 400, Bad Request, \\\"id\\\" does not take this value",
        "/api/users?limit=0, 400, Bad Request, \\\"limit\\\" takes 1 to 200",
        "/api/users?limit=201, 400, Bad Request, \\\"limit\\\" takes 1 to 200",
        "/api/users?limit=many, 400, Bad Request, \\\"limit\\\" does not take this value",
        "/api/users?after=x, 400, Bad Request, \\\"after\\\" does not take this value",
        "/api/user, 404, Not Found, Page Not Found",
    })
    void tellsWhatIsWrongWithARequest(String path, int status, String title, String detail) {
        assertThat(service.get(path))
                .isEqualTo(new Answer(status, "application/problem+json", """
                        {"title":"%s","status":%d,"detail":"%s"}""".formatted(title, status, detail)));
    }

    private static Answer ok(String body) {
        return new Answer(200, "application/json", body);
    }
}
