package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.fixture.Browser;
import dev.slipway.backend.fixture.Browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on which administrators see the schema, as a browser shows it.
final class SchemaPageTest {
    private static final String LOADED =
            "document.readyState === 'complete' && document.getElementById('report') !== null";
    private static final String REVISIONS = """
            [...document.querySelectorAll('#revisions li[data-revision]')]
              .map(item => [item.querySelector('summary').innerText, item.querySelector('.run').textContent].join(': '))
              .join('\\n')""";
    private static final String REVISIONS_SHOWN = """
            1 users: applied 2026-01-02 03:04:05 UTC by slipway_owner in 1 ms
            2 account lockout 1 hazard: the history has no row that it is applied
            3 modern columns 3 hazards: the history has no row that it is applied
            4 phone and last sign in: the history has no row that it is applied
            5 user preferences: the history has no row that it is applied
            6 company settings: the history has no row that it is applied
            7 active users and versions: the history has no row that it is applied
            8 sessions devices audit 4 hazardsthe database: applied 2026-01-03 03:04:05 UTC by slipway_owner in 1 ms""";
    private static final String TABLES = """
            [...document.querySelectorAll('svg g.table:not(.absent) .name')].map(name => name.textContent).join(' ')""";
    private static final String SIGN_IN = """
            (() => {
              const form = document.getElementById('sign-in');
              form.elements.username.value = 'admin';
              form.elements.password.value = "%s";
              form.requestSubmit();
              return location.href;
            })()""";

    @Test
    void showsPositionPendingDriftAndHistoryOnAPhone(@TempDir Path profile) throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        database.owner().execute("""
                delete from flyway_schema_history where installed_rank between 2 and 7;
                update flyway_schema_history
                set installed_on = '2026-01-02 03:04:05', description = '<b>by hand</b> ' || repeat('x', 150)
                where installed_rank = 1;
                update flyway_schema_history set installed_on = '2026-01-03 03:04:05' where installed_rank = 8
                """);
        try (RunningService service = start(database);
                Browser browser = browser(profile)) {
            service.awaitReady();
            Page page = browser.open(service.uri("/schema"));
            RunningService.await(() -> evaluate(page, LOADED).equals("true"));
            assertThat(evaluate(page, "document.getElementById('report').hidden"))
                    .isEqualTo("true");

            assertThat(evaluate(page, SIGN_IN.formatted("wrong"))).endsWith("/schema");
            RunningService.await(() -> shown(page, "message").startsWith("user name or password is wrong"));

            evaluate(page, SIGN_IN.formatted(RunningService.ADMIN_PASSWORD));
            RunningService.await(() -> !shown(page, "history").isEmpty());
            RunningService.await(() -> evaluate(page, REVISIONS).contains("the database"));
            assertThat(shown(page, "report").replaceAll("(?s)(?<=\nRead again\n).*(?=\nHistory\n)", "REPORT"))
                    .isEqualTo("""
                    State
                    ready: the schema is at revision "8"
                    Revision
                    8
                    Expected
                    8
                    Pending
                    nothing
                    Drift
                    none in the columns that this service uses; all else is told by slipway drift
                    Read again
                    REPORT
                    History
                    8 by hand
                    2026-01-03 03:04:05 UTC by slipway_owner in 1 ms, V8__sessions_devices_audit.sql
                    1 <b>by hand</b> %s
                    2026-01-02 03:04:05 UTC by slipway_owner in 1 ms, V1__users.sql""".formatted("x".repeat(150)));
            assertThat(evaluate(page, REVISIONS)).isEqualTo(REVISIONS_SHOWN);
            theDiagramIsThatOfThePositionOrOfAChoice(page);
            assertThat(evaluate(page, "document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            assertThat(evaluate(page, "location.href")).endsWith("/schema#at=1&with=nothing");

            database.owner().execute("alter table users drop column phone");
            evaluate(page, "document.getElementById('again').click()");
            RunningService.await(() -> shown(page, "drift").equals("missing: users.phone"));
        }
    }

    /// As in the page that `slipway report` writes.
    private static void theDiagramIsThatOfThePositionOrOfAChoice(Page page) {
        RunningService.await(() -> evaluate(page, TABLES).contains("devices"));
        assertThat(evaluate(page, TABLES))
                .isEqualTo("audit_trail company_settings sign_in_devices user_preferences users");
        evaluate(page, """
                (() => {
                  const choice = document.getElementById('at');
                  choice.value = '0';
                  choice.dispatchEvent(new Event('change', { bubbles: true }));
                })()""");
        assertThat(evaluate(page, TABLES)).isEqualTo("users");
    }

    @Test
    void onlyAdministratorsReadTheReportAlsoWhileTheGateIsClosed() {
        AccountDatabase database = AccountDatabase.at(7);
        try (RunningService service = start(database)) {
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("\"behind\""));
            RunningService.Answer report = service.as(1, "admin").get("/api/schema/report");
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.type()).isEqualTo("text/html");
            assertThat(report.body()).startsWith("<!DOCTYPE html>").contains("V8__sessions_devices_audit.sql");
            assertThat(service.as(2, "member").get("/api/schema/report").status())
                    .isEqualTo(403);
            assertThat(service.as(3, "viewer").get("/api/schema/report").status())
                    .isEqualTo(403);
            assertThat(service.nobody()
                            .exchange("GET", "/api/schema/report", "")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void holdsNothingByItselfAndLoadsNothingFromElsewhere() {
        try (RunningService service = start(AccountDatabase.migrated())) {
            service.awaitReady();
            HttpResponse<String> page = service.nobody().exchange("GET", "/schema", "");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                            + " frame-ancestors 'none'");
            assertThat(Pattern.compile("(?:src|href|action)=\"([^\"]+)\"")
                            .matcher(page.body())
                            .results()
                            .map(found -> found.group(1)))
                    .containsExactly("/schema/report.css", "/schema/page.css", "/schema/page.js", "/api/auth/login");
            assertThat(Pattern.compile("<form[^>]*>")
                            .matcher(page.body())
                            .results()
                            .map(MatchResult::group))
                    .containsExactly("<form id=\"sign-in\" method=\"post\" action=\"/api/auth/login\">");
            assertThat(page.body()).contains("<button disabled>").doesNotContain("slipway_owner");
            assertThat(service.get("/schema/page.css").type()).isEqualTo("text/css");
            assertThat(service.get("/schema/report.css").type()).isEqualTo("text/css");
            assertThat(service.get("/schema/report.js").type()).isEqualTo("text/javascript");
            assertThat(service.get("/schema/page.js").body()
                            + service.get("/schema/report.js").body())
                    .doesNotContain("http:", "https:", "innerHTML", "localStorage", "sessionStorage");
        }
    }

    private static RunningService start(AccountDatabase database) {
        return RunningService.start(
                Map.of("DATABASE_URL", database.service().url(), "ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD));
    }

    private static Browser browser(Path profile) throws IOException {
        if (Browser.program().isEmpty()) {
            assertThat(System.getenv("CI")).as("in CI there is a chromium").isNull();
        }
        Assumptions.assumeTrue(Browser.program().isPresent(), "no chromium is installed");
        return Browser.start(Browser.program().orElseThrow(), profile);
    }

    private static String shown(Page page, String id) {
        return evaluate(page, "document.getElementById('%s').innerText".formatted(id))
                .replaceAll("\n+", "\n");
    }

    private static String evaluate(Page page, String expression) {
        try {
            return page.evaluate(expression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
