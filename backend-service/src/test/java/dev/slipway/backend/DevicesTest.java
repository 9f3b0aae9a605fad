package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Strangers are counted apart from the owner of an account.
final class DevicesTest {
    private static SignIns signIns;

    @BeforeAll
    static void start() {
        signIns = SignIns.start();
    }

    @AfterAll
    static void close() {
        signIns.close();
    }

    @BeforeEach
    void begin() {
        signIns.beginAnew();
    }

    @Test
    void strangersDoNotLockTheOwnerOut() {
        String device = device(signIns.login("ana", SignIns.PASSWORD));
        fail("ana", "", 5);
        assertThat(signIn("ana", "").statusCode()).isEqualTo(401);
        assertThat(signIn("ana", device).statusCode()).isEqualTo(200);
        fail("ana", "", 20);
        assertThat(signIn("ana", device).statusCode()).isEqualTo(200);
        assertThat(signIns.row("ana", "failed_login_attempts, locked_until > now()"))
                .isEqualTo("5|t");
    }

    @Test
    void aDeviceIsLockedAsWell() {
        String device = device(signIns.login("ana", SignIns.PASSWORD));
        fail("ana", device, 5);
        assertThat(signIn("ana", device).statusCode()).isEqualTo(401);
        assertThat(signIns.row("ana", "failed_login_attempts, locked_until")).isEqualTo("0|");
        assertThat(signIn("ana", "").statusCode()).isEqualTo(200);
    }

    @Test
    void theDeviceOfOneUserIsAStrangersForAnother() {
        String device = device(signIns.login("ana", SignIns.PASSWORD));
        fail("old", device, 5);
        assertThat(signIns.row("old", "failed_login_attempts")).isEqualTo("5");
        assertThat(signIn("ana", device).statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieOpensNothingAndIsKeptAsAHash() {
        HttpResponse<String> answer = signIns.login("ana", SignIns.PASSWORD);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .matches("device=[0-9a-f]{64}; Max-Age=31536000; Expires=[^;]+; Path=/api; HTTPOnly; SameSite=Strict");
        assertThat(signIns.service()
                        .nobody()
                        .with("Cookie", "device=" + device(answer))
                        .get("/api/users")
                        .status())
                .isEqualTo(401);
        assertThat(signIns.database().owner().query("select hash from sign_in_devices"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(device(answer));
    }

    @Test
    void nobodyHasMoreThanTwentyDevices() {
        signIns.database().owner().execute("""
                insert into sign_in_devices (hash, user_id, last_sign_in_at)
                select n, 100, now() - n * interval '1 day' from generate_series(1, 30) n
                """);
        signIns.login("ana", SignIns.PASSWORD);
        assertThat(signIns.database()
                        .owner()
                        .query("select count(*), count(*) filter (where hash = '20') from sign_in_devices"))
                .containsExactly("20|0");
    }

    @Test
    void anAdministratorUnlocks() {
        fail("ana", "", 5);
        Client admin = signIns.service().as(1, "admin");
        assertThat(admin.send("POST", "/api/users/100/unlock", "").status()).isEqualTo(204);
        assertThat(signIn("ana", "").statusCode()).isEqualTo(200);
        assertThat(admin.send("POST", "/api/users/9/unlock", "").status()).isEqualTo(404);
        assertThat(signIns.service()
                        .as(100, "member")
                        .send("POST", "/api/users/100/unlock", "")
                        .status())
                .isEqualTo(403);
        assertThat(signIns.database()
                        .owner()
                        .query("select action, actor_id, subject_id, source from audit_trail order by id"))
                .containsExactly("lockout||100|127.0.0.1", "unlock|1|100|127.0.0.1", "sign-in|100|100|127.0.0.1");
    }

    private static void fail(String username, String device, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(username, device, "wrong").statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> signIn(String username, String device) {
        return attempt(username, device, SignIns.PASSWORD);
    }

    private static HttpResponse<String> attempt(String username, String device, String password) {
        Client client = signIns.service().nobody();
        return (device.isEmpty() ? client : client.with("Cookie", "device=" + device))
                .exchange("POST", "/api/auth/login", SignIns.body(username, password));
    }

    private static String device(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("device=([^;]+);.*", "$1");
    }
}
