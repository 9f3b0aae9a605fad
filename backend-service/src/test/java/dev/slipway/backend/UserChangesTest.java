package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserChangesTest {
    private static final String BEN = """
            {"username":"ben","email":"ben@example.org","role":"member","phone":"+49 30 1","active":true}""";

    private static AccountDatabase database;
    private static RunningService service;
    private static Client admin;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(database.service());
        service.awaitReady();
        admin = service.as(1, "admin");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void insertUsers() {
        database.owner().execute("truncate users restart identity cascade");
        database.service().execute("""
                insert into users (username, email, role, created_at) values
                    ('ana', 'ana@example.org', 'admin', '2025-12-31 23:59:59Z'),
                    ('ben', 'ben@example.org', 'member', '2025-12-31 23:59:59Z')
                """);
    }

    @Test
    void makesAUserWhoMaySignIn() {
        HttpResponse<String> answer = admin.exchange("POST", "/api/users", """
                {"username":"eve","email":"eve@example.org","role":"viewer","phone":"+49 (30) 1","password":"twelve letters"}""");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().allValues("Location")).containsExactly("/api/users/3");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"1\"");
        assertThat(answer.body().replaceFirst("\"createdAt\":\"[^\"]+\"", "\"createdAt\":\"NOW\""))
                .isEqualTo("""
                {"id":3,"username":"eve","email":"eve@example.org","role":"viewer","phone":"+49 (30) 1","active":true,\
                "lockedUntil":null,"lastSignInAt":null,"createdAt":"NOW","version":1}""");
        assertThat(admin.get("/api/users/3").body()).isEqualTo(answer.body());
        assertThat(database.owner().query("select is_admin, password_hash like '$argon2id$%' from users where id = 3"))
                .containsExactly("f|t");
        assertThat(service.nobody()
                        .send("POST", "/api/auth/login", "{\"username\":\"eve\",\"password\":\"twelve letters\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void makesAUserWithoutPassword() {
        assertThat(admin.send("POST", "/api/users", """
                {"username":"eve","email":"eve@example.org","role":"admin"}""").status()).isEqualTo(201);
        assertThat(database.owner().query("select is_admin, hashed_password from users where id = 3"))
                .containsExactly("t|");
    }

    @Test
    void changesAUserAsAWholeAndCountsTheVersion() {
        HttpResponse<String> seen = admin.exchange("GET", "/api/users/2", "");
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed = admin.with("If-Match", tag).exchange("PUT", "/api/users/2", """
                {"username":"benno","email":"b@example.org","role":"viewer","phone":"1","active":true}""");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().allValues("ETag")).containsExactly("\"2\"");
        assertThat(changed.body()).isEqualTo("""
                {"id":2,"username":"benno","email":"b@example.org","role":"viewer","phone":"1","active":true,\
                "lockedUntil":null,"lastSignInAt":null,"createdAt":"2025-12-31T23:59:59Z","version":2}""");
        assertThat(admin.with("If-Match", tag)
                        .exchange("PUT", "/api/users/2", BEN)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aChangeThatChangesNothingIsNoNewVersion() {
        Client tagged = admin.with("If-Match", "\"1\"");
        String same = """
                {"username":"ben","email":"ben@example.org","role":"member","active":true}""";
        assertThat(tagged.send("PUT", "/api/users/2", same).body()).endsWith("\"version\":1}");
        assertThat(tagged.send("PUT", "/api/users/2", same).status()).isEqualTo(200);
    }

    @Test
    void anOlderServicesChangeIsNoticed() {
        database.service().execute("update users set is_admin = true where id = 2");
        HttpResponse<String> answer = admin.with("If-Match", "\"1\"").exchange("PUT", "/api/users/2", BEN);
        assertThat(RunningService.answer(answer)).isEqualTo(new Answer(412, "application/problem+json", """
                {"title":"Precondition Failed","status":412,"detail":"this was changed meanwhile; read it again"}"""));
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"2\"");
        assertThat(database.owner().query("select role from users where id = 2"))
                .containsExactly("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"1\"", "1", "\"\"", "x", "\"1"})
    void whatIsNotTheETagDoesNotMatch(String tag) {
        assertThat(admin.with("If-Match", tag).send("PUT", "/api/users/2", BEN).status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "\"7\", \"1\"", "\"1\" ,\"7\""})
    void theETagMatchesAlsoAmongOthers(String tags) {
        assertThat(admin.with("If-Match", tags).send("PUT", "/api/users/2", BEN).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void withoutAnETagNothingIsChanged(String method) {
        assertThat(admin.send(method, "/api/users/2", method.equals("PUT") ? BEN : ""))
                .isEqualTo(new Answer(428, "application/problem+json", """
                        {"title":"Precondition Required","status":428,"detail":"send the ETag of what you saw as If-Match"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void aUserWhoIsNotThereIsNotChanged(String method) {
        assertThat(admin.with("If-Match", "*").send(method, "/api/users/9", method.equals("PUT") ? BEN : ""))
                .isEqualTo(new Answer(404, "application/problem+json", """
                        {"title":"Not Found","status":404,"detail":"there is no user 9"}"""));
    }

    @Test
    void anInactiveUserCannotSignInButStays() {
        database.service().execute("""
                update users set hashed_password = '$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i' where id = 2
                """);
        String body = "{\"username\":\"ben\",\"password\":\"%s\"}".formatted("x".repeat(80));
        assertThat(service.nobody().send("POST", "/api/auth/login", body).status())
                .isEqualTo(200);
        Answer answer = admin.with("If-Match", "*").send("DELETE", "/api/users/2", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"active\":false").endsWith("\"version\":2}");
        assertThat(service.nobody().send("POST", "/api/auth/login", body).status())
                .isEqualTo(401);
        assertThat(admin.get("/api/users?active=false").body()).contains("\"username\":\"ben\"");
        assertThat(admin.with("If-Match", "*").send("PUT", "/api/users/2", BEN).status())
                .isEqualTo(200);
        assertThat(service.nobody().send("POST", "/api/auth/login", body).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DELETE; ''",
                "PUT; {\"username\":\"ana\",\"email\":\"ana@example.org\",\"role\":\"member\",\"active\":true}",
                "PUT; {\"username\":\"ana\",\"email\":\"ana@example.org\",\"role\":\"admin\",\"active\":false}",
            })
    void theLastAdministratorStays(String method, String body) {
        Client tagged = admin.with("If-Match", "*");
        assertThat(tagged.send(method, "/api/users/1", body))
                .isEqualTo(new Answer(409, "application/problem+json", """
                {"title":"Conflict","status":409,"detail":"this is the last administrator; make another one first"}"""));
        database.service().execute("update users set role = 'admin' where id = 2");
        assertThat(tagged.send(method, "/api/users/1", body).status()).isEqualTo(409); // who has no password
        database.service().execute("update users set hashed_password = 'hash' where id = 2");
        assertThat(tagged.send(method, "/api/users/1", body).status()).isEqualTo(200);
    }

    @Test
    void ofTwoAdministratorsWhoLeaveAtOnceOneStays() throws Exception {
        database.service().execute("update users set role = 'admin', hashed_password = 'hash'");
        for (int round = 0; round < 10; round++) {
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> answers = threads.invokeAll(List.of(deactivation(1), deactivation(2)));
                assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                        .containsExactlyInAnyOrder(200, 409);
            }
            database.service().execute("update users set active = true");
        }
    }

    private static Callable<Integer> deactivation(int id) {
        Client client = service.as(id, "admin").with("If-Match", "*");
        return () -> client.send("DELETE", "/api/users/" + id, "").status();
    }

    @Test
    void membersChangeTheirOwnContactDetailsOnly() {
        Client ben = service.as(2, "member").with("If-Match", "*");
        assertThat(ben.send("PUT", "/api/users/2", BEN.replace("ben@", "benno@"))
                        .body())
                .contains("\"email\":\"benno@example.org\",\"role\":\"member\",\"phone\":\"+49 30 1\"");
        for (String more : List.of(
                BEN.replace("\"member\"", "\"admin\""),
                BEN.replace("\"ben\"", "\"king\""),
                BEN.replace("true", "false"))) {
            assertThat(ben.send("PUT", "/api/users/2", more))
                    .isEqualTo(new Answer(403, "application/problem+json", """
                    {"title":"Forbidden","status":403,"detail":"only administrators change name, role and activity"}"""));
        }
        assertThat(ben.send("PUT", "/api/users/1", BEN).status()).isEqualTo(403);
    }

    @Test
    void passwordsAreChangedByTheirUsersAndByAdministrators() {
        assertThat(admin.send("PUT", "/api/users/2/password", "{\"password\":\"the first password\"}"))
                .isEqualTo(new Answer(204, "", ""));
        Client ben = service.as(2, "member");
        assertThat(ben.send("PUT", "/api/users/2/password", """
                {"current":"something else","password":"the second password"}"""))
                .isEqualTo(new Answer(400, "application/problem+json", """
                        {"title":"Bad Request","status":400,"detail":"\\"current\\" is not the current password",\
                        "faults":[{"field":"current","message":"is not the current password"}]}"""));
        assertThat(database.owner().query("select failed_login_attempts from users where id = 2"))
                .containsExactly("1");
        assertThat(ben.send("PUT", "/api/users/2/password", """
                {"current":"the first password","password":"the second password"}""").status()).isEqualTo(204);
        assertThat(service.nobody()
                        .send("POST", "/api/auth/login", "{\"username\":\"ben\",\"password\":\"the second password\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ben.get("/api/users/2").status()).isEqualTo(401);
        assertThat(service.as(2, "member")
                        .send("PUT", "/api/users/1/password", "{\"password\":\"the first password\"}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("PUT", "/api/users/9/password", "{\"password\":\"the first password\"}")
                        .status())
                .isEqualTo(404);
    }
}
