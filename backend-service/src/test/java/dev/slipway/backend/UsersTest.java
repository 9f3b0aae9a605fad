package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsersTest {
    private static final String ANA = """
            {"id":1,"username":"ana","email":"ana@example.org","role":"admin","phone":"+49 30 1","active":true,"lockedUntil":null,\
            "lastSignInAt":"2026-01-02T03:04:05.678901Z","createdAt":"2025-12-31T23:59:59Z","version":1}""";
    private static final String BEN = """
            {"id":2,"username":"ben \\"O'\\\\ü\\u0007","email":"ben@example.org","role":"viewer","phone":null,"active":true,\
            "lockedUntil":"2026-01-02T00:00:00Z","lastSignInAt":null,"createdAt":"2025-12-31T23:59:59Z","version":1}""";
    private static final String EVE = """
            {"id":3,"username":"eve","email":"eve@example.org","role":"member","phone":null,"active":true,"lockedUntil":null,\
            "lastSignInAt":null,"createdAt":"2025-12-31T23:59:59Z","version":1}""";

    private static AccountDatabase database;
    private static RunningService service;
    private static Client client;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(database.service());
        service.awaitReady();
        client = service.as(1, "admin");
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
                insert into users (username, email, hashed_password, role, phone, last_sign_in_at, locked_until, created_at)
                values
                    ('ana', 'ana@example.org', 'argon2 hash', 'admin', '+49 30 1', '2026-01-02 03:04:05.678901', null,
                        '2025-12-31 23:59:59'),
                    (E'ben "O''\\\\ü\\x07', 'ben@example.org', null, 'viewer', null, null, '2026-01-02',
                        '2025-12-31 23:59:59');
                insert into users (username, email, password_hash, created_at)
                    values ('eve', 'eve@example.org', 'old hash', '2025-12-31 23:59:59')
                """);
    }

    @Test
    void listsEverybodyWithoutPasswordHashes() {
        assertThat(client.get("/api/users")).isEqualTo(ok("""
                {"users":[%s,%s,%s],"next":null}""".formatted(ANA, BEN, EVE)));
    }

    @Test
    void pagesByTheIdOfTheLastUser() {
        assertThat(client.get("/api/users?limit=2")).isEqualTo(ok("""
                {"users":[%s,%s],"next":"2"}""".formatted(ANA, BEN)));
        assertThat(client.get("/api/users?limit=2&after=2")).isEqualTo(ok("""
                {"users":[%s],"next":null}""".formatted(EVE)));
        assertThat(client.get("/api/users?limit=3")).isEqualTo(ok("""
                {"users":[%s,%s,%s],"next":null}""".formatted(ANA, BEN, EVE)));
        assertThat(client.get("/api/users?after=922337203685477580")).isEqualTo(ok("{\"users\":[],\"next\":null}"));
    }

    @Test
    void givesAPageOfFiftyUnlessAsked() {
        database.service().execute("""
                insert into users (username, email) select 'u' || n, n || '@example.org' from generate_series(1, 300) n
                """);
        assertThat(client.get("/api/users").body()).endsWith("\"next\":\"50\"}");
        assertThat(client.get("/api/users?limit=200").body()).endsWith("\"next\":\"200\"}");
    }

    @Test
    void readsOneUser() {
        assertThat(client.get("/api/users/1")).isEqualTo(ok(ANA));
        assertThat(client.get("/api/users/2")).isEqualTo(ok(BEN));
    }

    @Test
    void filtersByPartOfNameOrAddressRoleAndActivity() {
        database.service().execute("update users set active = false where username = 'eve'");
        String eve = EVE.replace("\"active\":true", "\"active\":false").replace("\"version\":1", "\"version\":2");
        assertThat(client.get("/api/users?search=NA@EX")).isEqualTo(ok(page(ANA)));
        assertThat(client.get("/api/users?search=%25")).isEqualTo(ok(page("")));
        assertThat(client.get("/api/users?search=o%27%5C")).isEqualTo(ok(page(BEN)));
        assertThat(client.get("/api/users?role=viewer")).isEqualTo(ok(page(BEN)));
        assertThat(client.get("/api/users?active=false")).isEqualTo(ok(page(eve)));
        assertThat(client.get("/api/users?active=true&role=member")).isEqualTo(ok(page("")));
        assertThat(client.get("/api/users?active=true&role=admin&search=ana")).isEqualTo(ok(page(ANA)));
    }

    @Test
    void sortsByNameAddressOrAgeInBothDirections() {
        database.service().execute("""
                update users set created_at = '2025-12-31 23:59:59.123456Z' where id = 1;
                update users set email = 'a@' || email where id = 3
                """);
        assertThat(ids("/api/users?sort=username")).isEqualTo("1 2 3");
        assertThat(ids("/api/users?sort=-username")).isEqualTo("3 2 1");
        assertThat(ids("/api/users?sort=email")).isEqualTo("3 1 2");
        assertThat(ids("/api/users?sort=createdAt")).isEqualTo("2 3 1");
        assertThat(ids("/api/users?sort=-createdAt")).isEqualTo("1 3 2");
        assertThat(ids("/api/users?sort=-id")).isEqualTo("3 2 1");
    }

    /// Rows come and go between the pages; whoever was there all the time is listed exactly once.
    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "username", "-username", "email", "-email", "createdAt", "-createdAt"})
    void pagesMissNobodyInAnyOrder(String sort) {
        database.service().execute("""
                insert into users (username, email, created_at)
                select 'ü' || n, n || '@example.org', timestamptz '2025-12-31 23:59:59Z' + n / 3 * interval '1 us'
                from generate_series(1, 40) n
                """);
        List<String> all = List.of(ids("/api/users?limit=200&sort=" + sort).split(" "));
        List<String> found = new ArrayList<>();
        String next = "";
        while (!next.equals("null")) {
            String path = "/api/users?limit=7&sort=" + sort + (next.isEmpty() ? "" : "&after=" + next);
            String body = client.get(path).body();
            found.addAll(List.of(idsIn(body).split(" ")));
            next = body.replaceAll(".*\"next\":\"?([^\"}]+)\"?}", "$1");
            database.service().execute("delete from users where id = " + found.getLast());
        }
        assertThat(all).hasSize(43);
        assertThat(found).isEqualTo(all);
    }

    @Test
    void aPageOfAnotherOrderIsNoPlaceToGoOnFrom() {
        String next =
                client.get("/api/users?limit=1&sort=username").body().replaceAll(".*\"next\":\"([^\"]+)\"}", "$1");
        assertThat(ids("/api/users?sort=username&after=" + next)).isEqualTo("2 3");
        for (String sort : List.of("id", "createdAt")) {
            assertThat(client.get("/api/users?sort=" + sort + "&after=" + next).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void namesEveryFaultOfAList() {
        assertThat(client.get("/api/users?limit=many&sort=age&role=king&active=maybe&after=%2B"))
                .isEqualTo(problem(400, "Bad Request", """
                \\"active\\" takes true or false; \\"after\\" takes the \\"next\\" of a page in the same order; \\"limit\\" takes 1 to 200; \
                \\"role\\" takes admin, member or viewer; \
                \\"sort\\" takes id, username, email or createdAt, or one of them after a minus sign","faults":[\
                {"field":"active","message":"takes true or false"},\
                {"field":"after","message":"takes the \\"next\\" of a page in the same order"},\
                {"field":"limit","message":"takes 1 to 200"},\
                {"field":"role","message":"takes admin, member or viewer"},\
                {"field":"sort","message":"takes id, username, email or createdAt, or one of them after a minus sign"}]}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/4, 404, Not Found, there is no user 4",
        "/api/users/-1, 404, Not Found, there is no user -1",
        "/api/users/ana, 400, Bad Request, \\\"id\\\" does not take this value",
        "/api/users/9223372036854775808, 400, Bad Request, \\\"id\\\" does not take this value",
        "/api/user, 404, Not Found, Page Not Found",
    })
    void tellsWhatIsWrongWithARequest(String path, int status, String title, String detail) {
        assertThat(client.get(path)).isEqualTo(problem(status, title, detail + "\"}"));
    }

    /// @param rest what follows after the detail's opening quote
    private static Answer problem(int status, String title, String rest) {
        return new Answer(status, "application/problem+json", """
                {"title":"%s","status":%d,"detail":"%s""".formatted(title, status, rest));
    }

    private static Answer ok(String body) {
        return new Answer(200, "application/json", body);
    }

    private static String page(String users) {
        return "{\"users\":[%s],\"next\":null}".formatted(users);
    }

    private static String ids(String path) {
        return idsIn(client.get(path).body());
    }

    private static String idsIn(String body) {
        return Pattern.compile("\"id\":(\\d+)")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }
}
