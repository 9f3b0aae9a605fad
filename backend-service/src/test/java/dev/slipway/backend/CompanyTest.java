package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompanyTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(AccountDatabase.at(7).service());
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void administratorsChangeTheSettingsAndEverybodyReadsThem() {
        String changed = """
                {"companyName":"Slipway \\"Ü\\"","timeZone":"Europe/Berlin","maxFailedLoginAttempts":3,"lockoutMinutes":60""";
        Answer answer = service.as(1, "admin").send("PUT", "/api/company", changed + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(changed + ",\"updatedAt\":\"20")
                .isEqualTo(service.as(2, "viewer").get("/api/company").body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{}; 'companyName' is missing, 'lockoutMinutes' is missing, 'maxFailedLoginAttempts' is missing, 'timeZone' is missing",
                "{'companyName':'','timeZone':'UTC','maxFailedLoginAttempts':0,'lockoutMinutes':10081}; "
                        + "'lockoutMinutes' takes 1 to 10080, 'maxFailedLoginAttempts' takes 1 to 1000",
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
                "{'colour':'blue'}; 'colour' is not known",
                "{'lockoutMinutes':'many'}; 'lockoutMinutes' does not take this value",
                "{'companyName':{}}; 'companyName' does not take this value",
                "[]; the body is not what this operation takes",
                "{; the body is not JSON",
            })
    void namesWhatCannotBeRead(String body, String detail) {
        Answer answer = service.as(1, "admin").send("PUT", "/api/company", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"%s\"".formatted(detail.replace("'", "\\\"")));
    }
}
