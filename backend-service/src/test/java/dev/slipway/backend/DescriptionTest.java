package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptionTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(AccountDatabase.create().service());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.yml, application/yaml",
        "/openapi.json, application/json",
        "/docs, text/html",
        "/docs/page.js, text/javascript",
        "/docs/page.css, text/css",
    })
    void isThereForEverybodyAlsoWithoutADatabase(String path, String type) {
        assertThat(service.get(path).status()).isEqualTo(200);
        assertThat(service.get(path).type()).isEqualTo(type);
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        HttpResponse<String> page = service.nobody().exchange("GET", "/docs", "");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " frame-ancestors 'none'");
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1)))
                .allSatisfy(address -> assertThat(service.get(address).status()).isEqualTo(200))
                .hasSize(5);
        assertThat(page.body() + service.get("/docs/page.js").body()).doesNotContain("http:", "https:", "innerHTML");
    }

    /// Without the script the browser would send the form as it likes; it cannot, and if it could, by POST.
    @Test
    void thePageNeverPutsAPasswordIntoAnAddress() {
        String page = service.get("/docs").body();
        assertThat(Pattern.compile("<form[^>]*>").matcher(page).results().map(MatchResult::group))
                .containsExactly("<form id=\"sign-in\" method=\"post\" action=\"/api/auth/login\">");
        assertThat(page).contains("type=\"password\"", "<button disabled>");
        assertThat(service.get("/docs/page.js").body())
                .contains("event.preventDefault();", "method: 'POST'", "body: JSON.stringify(Object.fromEntries")
                .doesNotContain("localStorage", "sessionStorage", "document.cookie", "location");
    }
}
