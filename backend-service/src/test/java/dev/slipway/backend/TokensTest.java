package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.setting.SettingException;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
    private static final String OLD = "the old key, which has 32 bytes and more";
    private static final String NEW = "the new key, which has 32 bytes and more";

    private static AccountDatabase database;

    @BeforeAll
    static void migrate() {
        database = AccountDatabase.migrated();
    }

    @Test
    void replicasWithTheSameKeyTakeEachOthersTokens() {
        try (RunningService one = start(Map.of("TOKEN_KEY", OLD));
                RunningService two = start(Map.of("TOKEN_KEY", OLD))) {
            assertThat(two.withToken(one.token(1, "admin")).get("/api/company").status())
                    .isEqualTo(200);
        }
    }

    /// As the page on deployment has it: each step on one replica after the other.
    @Test
    void aKeyIsReplacedWithoutASignInAnew(@TempDir Path folder) throws IOException {
        Path others = Files.writeString(folder.resolve("others"), OLD + "\n\n" + NEW + "\n");
        Map<String, String> before = Map.of("TOKEN_KEY", OLD);
        Map<String, String> announced = Map.of("TOKEN_KEY", OLD, "TOKEN_OTHER_KEYS", NEW);
        Map<String, String> replaced = Map.of("TOKEN_KEY", NEW, "TOKEN_OTHER_KEYS_FILE", others.toString());
        Map<String, String> after = Map.of("TOKEN_KEY", NEW);
        for (List<Map<String, String>> step :
                List.of(List.of(before, announced), List.of(announced, replaced), List.of(replaced, after))) {
            try (RunningService one = start(step.getFirst());
                    RunningService two = start(step.getLast())) {
                assertThat(status(one, two)).isEqualTo(200);
                assertThat(status(two, one)).isEqualTo(200);
            }
        }
        try (RunningService one = start(before);
                RunningService two = start(after)) {
            assertThat(status(one, two)).isEqualTo(401);
            assertThat(status(two, one)).isEqualTo(401);
        }
    }

    private static int status(RunningService from, RunningService to) {
        return to.withToken(from.token(1, "admin")).get("/api/company").status();
    }

    @Test
    void theKeyForDevelopmentIsRefusedElsewhere() {
        String key = "development-only-token-key-of-32-bytes-and-more";
        assertThatThrownBy(() -> start(Map.of("TOKEN_KEY", key)))
                .rootCause()
                .isInstanceOf(SettingException.class)
                .hasMessage("TOKEN_KEY is the one for development, which everybody knows; give one of your own, or"
                        + " DEVELOPMENT=true on a developer's machine");
        start(Map.of("TOKEN_KEY", key, "DEVELOPMENT", "true")).close();
    }

    @Test
    void withoutAKeyTokensEndWithTheProcess() {
        try (RunningService one = start(Map.of());
                RunningService two = start(Map.of())) {
            String token = one.token(1, "admin");
            assertThat(one.withToken(token).get("/api/company").status()).isEqualTo(200);
            assertThat(two.withToken(token).get("/api/company").status()).isEqualTo(401);
        }
    }

    @Test
    void whatThisServiceDidNotSignOrNotForNowIsNoToken() {
        try (RunningService service = start(Map.of("TOKEN_KEY", OLD))) {
            String ended = service.context()
                    .getBean(TokenGenerator.class)
                    .generateToken(Authentication.build("1", List.of("admin")), -1)
                    .orElseThrow();
            String unsigned = part("{\"alg\":\"none\"}") + "."
                    + part("{\"sub\":\"1\",\"roles\":[\"admin\"],\"iss\":\"backend-service\"}") + ".";
            String elsewhere = service.context()
                    .getBean(TokenGenerator.class)
                    .generateToken(Map.of("sub", "1", "iss", "elsewhere", "roles", List.of("admin")))
                    .orElseThrow();
            String whole = service.token(1, "admin");
            String forged = whole.substring(0, whole.indexOf('.'))
                    + "." + part("{\"sub\":\"1\",\"roles\":[\"admin\"],\"iss\":\"backend-service\",\"exp\":9999999999}")
                    + whole.substring(whole.lastIndexOf('.'));
            for (String token : List.of(ended, unsigned, elsewhere, forged, "x", "a.b.c")) {
                HttpResponse<String> answer = service.withToken(token).exchange("GET", "/api/company", "");
                assertThat(RunningService.answer(answer))
                        .as(token)
                        .isEqualTo(new Answer(401, "application/problem+json", """
                        {"title":"Unauthorized","status":401,"detail":"the token is not valid, or no longer; sign in again"}"""));
                assertThat(answer.headers().allValues("WWW-Authenticate"))
                        .containsExactly("Bearer error=\"invalid_token\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN_KEY", "TOKEN_OTHER_KEYS"})
    void aShortKeyIsRefused(String name) {
        assertThatThrownBy(() -> start(Map.of(name, "short")))
                .rootCause()
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        name + " is too short; give at least 32 bytes, for example those of `openssl rand -hex 32`");
    }

    @Test
    void aKeyFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> start(Map.of("TOKEN_KEY_FILE", "/no/such/file")))
                .rootCause()
                .isInstanceOf(SettingException.class)
                .hasMessage("TOKEN_KEY_FILE names \"/no/such/file\", which cannot be read");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static RunningService start(Map<String, String> keys) {
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("DATABASE_URL", database.service().url());
        environment.put("ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD);
        RunningService service = RunningService.start(environment);
        service.awaitReady();
        return service;
    }
}
