package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreferencesTest {
    private static final String DEFAULT = """
            {"language":"en","timeZone":"UTC","emailNotifications":true}""";
    private static final String CHOSEN = """
            {"language":"pt-BR","timeZone":"America/Sao_Paulo","emailNotifications":false}""";

    private static AccountDatabase database;
    private static RunningService service;
    private static Client admin;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        database.service().execute("""
                insert into users (id, username, email, role) values (100, 'ana', 'a@b', 'viewer'),
                    (101, 'ben', 'b@b', 'member'), (102, 'eve', 'e@b', 'member'), (103, 'kim', 'k@b', 'member')
                """);
        service = RunningService.start(database.service());
        service.awaitReady();
        admin = service.as(1, "admin");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void usersHaveTheDefaultsUntilTheyChoose() {
        Client ana = service.as(100, "viewer");
        assertThat(ana.get("/api/users/100/preferences")).isEqualTo(ok(DEFAULT));
        assertThat(ana.with("If-Match", tag(ana, 100)).send("PUT", "/api/users/100/preferences", CHOSEN))
                .isEqualTo(ok(CHOSEN));
        assertThat(ana.get("/api/users/100/preferences")).isEqualTo(ok(CHOSEN));
        assertThat(admin.with("If-Match", tag(admin, 100)).send("PUT", "/api/users/100/preferences", DEFAULT))
                .isEqualTo(ok(DEFAULT));
        assertThat(ana.get("/api/users/100/preferences")).isEqualTo(ok(DEFAULT));
        assertThat(service.as(101, "member")
                        .send("PUT", "/api/users/100/preferences", CHOSEN)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDefaultsAreThoseOfTheDatabase() {
        database.service().execute("insert into user_preferences (user_id) values (101)");
        assertThat(admin.get("/api/users/101/preferences")).isEqualTo(ok(DEFAULT));
    }

    @Test
    void nobodyHasNone() {
        Answer nobody = new Answer(404, "application/problem+json", """
                {"title":"Not Found","status":404,"detail":"there is no user 9"}""");
        assertThat(admin.get("/api/users/9/preferences")).isEqualTo(nobody);
        assertThat(admin.with("If-Match", "*").send("PUT", "/api/users/9/preferences", CHOSEN))
                .isEqualTo(nobody);
    }

    @Test
    void nobodyOverwritesWhatTheyDidNotSee() {
        Client eve = service.as(102, "member");
        String path = "/api/users/102/preferences";
        assertThat(eve.send("PUT", path, CHOSEN)).isEqualTo(new Answer(428, "application/problem+json", """
                {"title":"Precondition Required","status":428,"detail":"send the ETag of what you saw as If-Match"}"""));
        String seen = tag(eve, 102);
        HttpResponse<String> changed = eve.with("If-Match", seen).exchange("PUT", path, CHOSEN);
        assertThat(changed.headers().allValues("ETag"))
                .containsExactly(tag(eve, 102))
                .doesNotContain(seen);
        HttpResponse<String> refused = admin.with("If-Match", seen).exchange("PUT", path, DEFAULT);
        assertThat(RunningService.answer(refused)).isEqualTo(new Answer(412, "application/problem+json", """
                {"title":"Precondition Failed","status":412,"detail":"this was changed meanwhile; read it again"}"""));
        assertThat(refused.headers().allValues("ETag")).containsExactly(tag(eve, 102));
        assertThat(eve.with("If-Match", "W/" + tag(eve, 102))
                        .send("PUT", path, DEFAULT)
                        .status())
                .isEqualTo(412);
        assertThat(eve.get(path)).isEqualTo(ok(CHOSEN));
    }

    /// The first one has no row to wait for.
    @Test
    void ofManyWhoSawTheSameOneChangesIt() throws Exception {
        String path = "/api/users/103/preferences";
        for (int round = 0; round < 5; round++) {
            Client tagged = admin.with("If-Match", tag(admin, 103));
            List<String> wanted = IntStream.range(round * 6, round * 6 + 6)
                    .mapToObj(number -> CHOSEN.replace("pt-BR", "de-x-" + number))
                    .toList();
            List<Answer> answers = atOnce(wanted.stream()
                    .<Callable<Answer>>map(body -> () -> tagged.send("PUT", path, body))
                    .toList());
            assertThat(answers).filteredOn(answer -> answer.status() == 200).containsExactly(admin.get(path));
            assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(5);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private static String tag(Client client, long user) {
        return client.exchange("GET", "/api/users/%d/preferences".formatted(user), "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{}; 'emailNotifications' is missing, 'language' is missing, 'timeZone' is missing",
                "{'language':'x','timeZone':'Mars/Base','emailNotifications':true}; "
                        + "'language' takes a language such as de or pt-BR, 'timeZone' takes a time zone such as Europe/Berlin",
                "{'language':'','timeZone':'','emailNotifications':true}; "
                        + "'language' takes a language such as de or pt-BR, 'timeZone' takes a time zone such as Europe/Berlin",
                "{'language':5,'timeZone':'Mars/Base','emailNotifications':'maybe','colour':'blue'}; "
                        + "'colour' is not known, 'emailNotifications' takes true or false, 'language' takes text,"
                        + " 'timeZone' takes a time zone such as Europe/Berlin",
            })
    void namesEveryFault(String body, String faults) {
        Answer answer = admin.send("PUT", "/api/users/100/preferences", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"detail\":\"%s\""
                        .formatted(faults.replace("'", "\\\"").replace(", ", "; ")));
    }

    private static Answer ok(String body) {
        return new Answer(200, "application/json", body);
    }
}
