package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserFaultsTest {
    private static RunningService service;
    private static Client admin;

    @BeforeAll
    static void start() {
        AccountDatabase database = AccountDatabase.migrated();
        database.service().execute("""
                insert into users (username, email, role) values
                    ('ana', 'ana@example.org', 'admin'), ('ben', 'ben@example.org', 'member')
                """);
        service = RunningService.start(database.service());
        service.awaitReady();
        admin = service.as(1, "admin");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/users", "PUT, /api/users/2"})
    void namesEveryFaultAtOnce(String method, String path) {
        Answer answer = admin.with("If-Match", "*").send(method, path, """
                {"username":"two words","email":"nowhere","role":"king","phone":"call me"}""");
        String activity = method.equals("PUT") ? """
                {"field":"active","message":"is missing"},""" : "";
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).endsWith("""
                "faults":[%s{"field":"email","message":"takes an address such as ana@example.org"},\
                {"field":"phone","message":"takes 1 to 32 digits, blanks and any of + ( ) / . -"},\
                {"field":"role","message":"takes admin, member or viewer"},\
                {"field":"username","message":"takes 1 to 64 visible characters without blanks"}]}""".formatted(activity));
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/users", "PUT, /api/users/2"})
    void namesWhatCannotBeReadTogetherWithWhatIsWrong(String method, String path) {
        Answer answer = admin.with("If-Match", "*").send(method, path, """
                {"username":"two words","email":5,"role":"king","phone":[],"active":"maybe","is_admin":true}""");
        String activity = method.equals("PUT") ? "takes true or false" : "is not known";
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).endsWith("""
                "faults":[{"field":"active","message":"%s"},{"field":"email","message":"takes text"},\
                {"field":"is_admin","message":"is not known"},{"field":"phone","message":"takes text"},\
                {"field":"role","message":"takes admin, member or viewer"},\
                {"field":"username","message":"takes 1 to 64 visible characters without blanks"}]}""".formatted(activity));
    }

    @Test
    void namesTheFieldThatBelongsToAnother() {
        assertThat(admin.send("POST", "/api/users", """
                {"username":"ben","email":"eve@example.org","role":"viewer"}""")).isEqualTo(conflict("username"));
        assertThat(admin.with("If-Match", "*").send("PUT", "/api/users/1", """
                {"username":"ana","email":"ben@example.org","role":"admin","active":true}""")).isEqualTo(conflict("email"));
    }

    private static Answer conflict(String field) {
        return new Answer(409, "application/problem+json", """
                {"title":"Conflict","status":409,"detail":"\\"%1$s\\" belongs to another user",\
                "faults":[{"field":"%1$s","message":"belongs to another user"}]}""".formatted(field));
    }
}
