package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a sign-in comes from, as the audit trail has it.
final class TrustedProxiesTest {
    private final AccountDatabase database = AccountDatabase.migrated();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; X-Forwarded-For; 192.0.2.1; 127.0.0.1",
                "10.0.0.0/8; X-Forwarded-For; 192.0.2.1; 127.0.0.1",
                "127.0.0.0/8; X-Forwarded-For; 192.0.2.1; 192.0.2.1",
                "127.0.0.1; X-Forwarded-For; 198.51.100.9, 192.0.2.1; 192.0.2.1",
                "127.0.0.0/8, 10.0.0.0/8; X-Forwarded-For; 198.51.100.9, 192.0.2.1, 10.1.2.3; 192.0.2.1",
                "127.0.0.0/8; X-Forwarded-For; unknown; 127.0.0.1",
                "127.0.0.0/8; X-Forwarded-For; 192.0.2.1:4711; 192.0.2.1",
                "127.0.0.0/8; Forwarded; 'for=192.0.2.1;proto=https'; 192.0.2.1",
                "127.0.0.0/8; Forwarded; For=\"[2001:db8::1]:4711\"; 2001:db8:0:0:0:0:0:1",
                "127.0.0.0/8; Forwarded; for=_hidden; 127.0.0.1",
            })
    void onlyWhatATrustedProxySaysCounts(String proxies, String header, String value, String source) {
        try (RunningService service = start(proxies == null ? "" : proxies, "100")) {
            Client client = service.nobody().with(header, value);
            assertThat(client.send("POST", "/api/auth/login", SignIns.body("admin", RunningService.ADMIN_PASSWORD))
                            .status())
                    .isEqualTo(200);
            assertThat(database.owner()
                            .query("select source from audit_trail where action = 'sign-in' order by id desc limit 1"))
                    .containsExactly(source);
        }
    }

    @Test
    void theLimitCountsByTheAddressBehindTheProxy() {
        try (RunningService service = start("127.0.0.0/8", "2")) {
            for (int i = 0; i < 2; i++) {
                assertThat(status(service, "192.0.2.1")).isEqualTo(401);
            }
            assertThat(status(service, "192.0.2.1")).isEqualTo(429);
            assertThat(status(service, "192.0.2.2")).isEqualTo(401);
        }
    }

    private static int status(RunningService service, String address) {
        return service.nobody()
                .with("X-Forwarded-For", address)
                .send("POST", "/api/auth/login", SignIns.body("nobody", "wrong"))
                .status();
    }

    private RunningService start(String proxies, String limit) {
        RunningService service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "TRUSTED_PROXIES",
                proxies,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                limit));
        service.awaitReady();
        return service;
    }
}
