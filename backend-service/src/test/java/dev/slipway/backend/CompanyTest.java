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

final class CompanyTest {
    private static final String SETTINGS = """
            {"companyName":"%s","timeZone":"UTC","maxFailedLoginAttempts":5,"lockoutMinutes":15}""";

    private static AccountDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(database.service());
        service.awaitReady();
        database.service()
                .execute(
                        "insert into users (id, username, email, role) values (2, 'eve', 'eve@example.org', 'viewer')");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void administratorsChangeTheSettingsAndEverybodyReadsThem() {
        String changed = """
                {"companyName":"Slipway \\"Ü\\"","timeZone":"Europe/Berlin","maxFailedLoginAttempts":3,"lockoutMinutes":60""";
        Client admin = service.as(1, "admin");
        Answer answer = admin.with("If-Match", tag()).send("PUT", "/api/company", changed + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(changed + ",\"updatedAt\":\"20")
                .isEqualTo(service.as(2, "viewer").get("/api/company").body());
    }

    @Test
    void nobodyOverwritesWhatTheyDidNotSee() {
        Client admin = service.as(1, "admin");
        assertThat(admin.send("PUT", "/api/company", SETTINGS.formatted("one")).status())
                .isEqualTo(428);
        String seen = tag();
        HttpResponse<String> changed =
                admin.with("If-Match", seen).exchange("PUT", "/api/company", SETTINGS.formatted("one"));
        assertThat(changed.headers().allValues("ETag")).containsExactly(tag()).doesNotContain(seen);
        HttpResponse<String> refused =
                admin.with("If-Match", seen).exchange("PUT", "/api/company", SETTINGS.formatted("two"));
        assertThat(RunningService.answer(refused)).isEqualTo(new Answer(412, "application/problem+json", """
                {"title":"Precondition Failed","status":412,"detail":"this was changed meanwhile; read it again"}"""));
        assertThat(refused.headers().allValues("ETag")).containsExactly(tag());
        assertThat(admin.get("/api/company").body()).isEqualTo(changed.body());
    }

    @Test
    void aChangeThatChangesNothingIsNoNewVersion() {
        Client admin = service.as(1, "admin");
        admin.with("If-Match", "*").send("PUT", "/api/company", SETTINGS.formatted("same"));
        Client tagged = admin.with("If-Match", tag());
        assertThat(tagged.send("PUT", "/api/company", SETTINGS.formatted("same")))
                .isEqualTo(tagged.send("PUT", "/api/company", SETTINGS.formatted("same")))
                .isEqualTo(admin.get("/api/company"));
    }

    @Test
    void whatIsChangedInTheDatabaseIsNoticed() {
        String seen = tag();
        database.service().execute("update company_settings set lockout_minutes = lockout_minutes % 100 + 1");
        assertThat(service.as(1, "admin")
                        .with("If-Match", seen)
                        .send("PUT", "/api/company", SETTINGS.formatted("three"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void ofManyWhoSawTheSameOneChangesIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            Client tagged = service.as(1, "admin").with("If-Match", tag());
            List<Callable<Answer>> changes = IntStream.range(round * 6, round * 6 + 6)
                    .<Callable<Answer>>mapToObj(
                            number -> () -> tagged.send("PUT", "/api/company", SETTINGS.formatted(number)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(changes.size())) {
                for (Future<Answer> answer : threads.invokeAll(changes)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .containsExactly(tagged.get("/api/company"));
            assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(5);
        }
    }

    private static String tag() {
        return service.as(2, "viewer")
                .exchange("GET", "/api/company", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{}; 'companyName' is missing, 'lockoutMinutes' is missing, 'maxFailedLoginAttempts' is missing, 'timeZone' is missing",
                "{'companyName':'','timeZone':'UTC','maxFailedLoginAttempts':0,'lockoutMinutes':10081}; "
                        + "'lockoutMinutes' takes 1 to 10080, 'maxFailedLoginAttempts' takes 1 to 1000",
                "{'companyName':{},'timeZone':'Mars/Base','maxFailedLoginAttempts':1.5,'lockoutMinutes':'many','colour':'blue'}; "
                        + "'colour' is not known, 'companyName' takes text, 'lockoutMinutes' takes a whole number,"
                        + " 'maxFailedLoginAttempts' takes a whole number, 'timeZone' takes a time zone such as Europe/Berlin",
                "{'lockoutMinutes':99999999999}; "
                        + "'companyName' is missing, 'lockoutMinutes' takes a whole number, 'maxFailedLoginAttempts' is missing,"
                        + " 'timeZone' is missing",
            })
    void namesEveryFault(String body, String faults) {
        Answer answer = service.as(1, "admin").send("PUT", "/api/company", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"detail\":\"%s\""
                        .formatted(faults.replace("'", "\\\"").replace(", ", "; ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{'companyName':'','timeZone':'UTC','maxFailedLoginAttempts':1,'lockoutMinutes':1,'colour':'blue'}; 'colour' is not known",
                "[]; the body is not what this operation takes",
                "{; the body is not JSON",
            })
    void namesWhatCannotBeRead(String body, String detail) {
        Answer answer = service.as(1, "admin").send("PUT", "/api/company", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"%s\"".formatted(detail.replace("'", "\\\"")));
    }
}
