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
        database = AccountDatabase.at(7);
        database.service().execute("""
                insert into users (id, username, email) values (100, 'ana', 'a@b'), (101, 'ben', 'b@b')
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
        assertThat(ana.send("PUT", "/api/users/100/preferences", CHOSEN)).isEqualTo(ok(CHOSEN));
        assertThat(ana.get("/api/users/100/preferences")).isEqualTo(ok(CHOSEN));
        assertThat(admin.send("PUT", "/api/users/100/preferences", DEFAULT)).isEqualTo(ok(DEFAULT));
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
        assertThat(admin.send("PUT", "/api/users/9/preferences", CHOSEN)).isEqualTo(nobody);
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
