package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that look the same are the same, and whoever has one can sign in with it.
final class UserNamesTest {
    private static final String PASSWORD = "a password for everybody";
    private static final Answer NO_JSON = new Answer(400, "application/problem+json", """
            {"title":"Bad Request","status":400,"detail":"the body is not JSON"}""");

    private static AccountDatabase database;
    private static RunningService service;
    private static Client admin;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "1000"));
        service.awaitReady();
        admin = service.as(1, "admin");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void aNameOfTheLongestEmojiSignsIn() {
        String name = "\uD83D\uDE80".repeat(64);
        assertThat(make(name, "rocket@example.org").status()).isEqualTo(201);
        assertThat(signIn(name)).isEqualTo(200);
        assertThat(make(name + "\uD83D\uDE80", "rockets@example.org").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"Zoe, zoe", "JOSE\u0301, jos\u00e9", "stra\u00dfe, STRA\u00dfE"})
    void whoeverWritesTheNameOtherwiseIsTheSameUser(String name, String other) {
        assertThat(make(name, name + "@example.org").status()).isEqualTo(201);
        assertThat(signIn(other)).isEqualTo(200);
        assertThat(make(other, other + "@example.com").body()).contains("\"username\\\" belongs to another user");
        assertThat(make(other + "x", other + "@example.org").body()).contains("\"email\\\" belongs to another user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ad\u200bmin", "admin\u2060", "\u202enimda", "a\u00addmin", "admin\u00a0", "admin\ue000"})
    void whatCannotBeSeenIsInNoName(String name) {
        assertThat(make(name, "seen@example.org").body()).contains("takes 1 to 64 visible characters without blanks");
        assertThat(make("seen", name + "@example.org").status()).isEqualTo(400);
    }

    @Test
    void anOlderServiceCannotMakeThemEither() {
        database.service().execute("insert into users (username, email) values ('legacy', 'legacy@example.org')");
        assertThat(database.service().query("""
                        insert into users (username, email) values ('Legacy', 'other@example.org')
                        on conflict do nothing returning id""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "Password123456", "aaaaaaaaaaaaaaa", "abcabcabcabcab", "123456789012"})
    void aPasswordThatIsTriedFirstIsRefused(String password) {
        Answer answer = admin.send("PUT", "/api/users/1/password", "{\"password\":\"%s\"}".formatted(password));
        assertThat(answer.body()).contains("\"password\\\" is one of those that are tried first");
    }

    @Test
    void aNameThatStandsTwiceInADocumentIsRefused() {
        assertThat(service.nobody()
                        .send(
                                "POST",
                                "/api/auth/login",
                                "{\"username\":\"admin\",\"password\":\"x\",\"password\":\"the administrator's secret\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", " 1", "]", "}", ",", "\u0000", "\n{\"username\":\"eve\"}", "//", "#"})
    void whatComesAfterTheEndOfADocumentIsRefused(String rest) {
        String user = "{\"username\":\"trail\",\"email\":\"trail@example.org\",\"role\":\"viewer\"}";
        assertThat(admin.send("POST", "/api/users", user + rest)).isEqualTo(NO_JSON);
        assertThat(service.nobody()
                        .send("POST", "/api/auth/login", SignIns.body("admin", RunningService.ADMIN_PASSWORD) + rest))
                .isEqualTo(NO_JSON);
        assertThat(database.owner().query("select 1 from users where username in ('trail', 'eve')"))
                .isEmpty();
    }

    @Test
    void blanksAfterTheEndOfADocumentAreNothing() {
        assertThat(service.nobody()
                        .send(
                                "POST",
                                "/api/auth/login",
                                SignIns.body("admin", RunningService.ADMIN_PASSWORD) + " \r\n\t ")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatStandsInThePlaceOfANameIsNotSentBack() {
        assertThat(service.nobody()
                        .send("POST", "/api/auth/login", "{\"my secret: 42\":1}")
                        .body())
                .contains("has a property that is not known")
                .doesNotContain("42");
    }

    private static Answer make(String name, String email) {
        return admin.send("POST", "/api/users", """
                {"username":"%s","email":"%s","role":"viewer","password":"%s"}""".formatted(name, email, PASSWORD));
    }

    private static int signIn(String name) {
        return service.nobody()
                .send("POST", "/api/auth/login", SignIns.body(name, PASSWORD))
                .status();
    }
}
