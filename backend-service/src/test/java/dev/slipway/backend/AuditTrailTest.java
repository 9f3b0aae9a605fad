package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who did what to whom, and from where, of every kind there is.
final class AuditTrailTest {
    private static final String NEW_PASSWORD = "a password of mine";

    private static SignIns signIns;

    @BeforeAll
    static void start() {
        signIns = SignIns.start();
        signIns.insertUsers();
    }

    @AfterAll
    static void close() {
        signIns.close();
    }

    @Test
    void everyDeedIsKeptWithWhoDidItToWhomAndFromWhere() {
        for (int i = 0; i < 5; i++) {
            signIns.signIn("ana", "wrong");
        }
        send(admin(), "POST", "/api/users/100/unlock", "", 204);
        assertThat(signIns.signIn("ana", SignIns.PASSWORD).status()).isEqualTo(200);
        send(
                signIns.service().as(100, "member"),
                "PUT",
                "/api/users/100/password",
                "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(SignIns.PASSWORD, NEW_PASSWORD),
                204);
        send(signIns.service().as(100, "member"), "POST", "/api/auth/logout", "", 204);
        send(admin(), "PUT", "/api/users/100/password", "{\"password\":\"%s\"}".formatted(NEW_PASSWORD), 204);
        send(admin(), "POST", "/api/users", user("eve", "viewer", ""), 201);
        send(admin(), "PUT", "/api/users/100", user("ana", "viewer", ",\"active\":true"), 200);
        send(admin(), "PUT", "/api/users/100", user("ana", "viewer", ",\"active\":false"), 200);
        send(admin(), "PUT", "/api/users/100", user("ana", "viewer", ",\"active\":true"), 200);
        assertThat(signIns.database().owner().query("""
                        select action, actor_id, (select username from users where id = subject_id), source, detail,
                            happened_at > now() - interval '1 hour'
                        from audit_trail order by id"""))
                .containsExactly(
                        "first administrator||admin|||t",
                        "lockout||ana|127.0.0.1||t",
                        "unlock|1|ana|127.0.0.1||t",
                        "sign-in|100|ana|127.0.0.1||t",
                        "password change|100|ana|127.0.0.1||t",
                        "sign-out|100|ana|127.0.0.1||t",
                        "password reset|1|ana|127.0.0.1||t",
                        "user made|1|eve|127.0.0.1|viewer|t",
                        "role change|1|ana|127.0.0.1|member -> viewer|t",
                        "deactivation|1|ana|127.0.0.1||t",
                        "activation|1|ana|127.0.0.1||t");
    }

    private static Client admin() {
        return signIns.service().as(1, "admin").with("If-Match", "*");
    }

    private static void send(Client client, String method, String path, String json, int status) {
        assertThat(client.send(method, path, json).status())
                .as("%s %s", method, path)
                .isEqualTo(status);
    }

    private static String user(String name, String role, String activity) {
        return "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"role\":\"%s\"%s}"
                .formatted(name, name, role, activity);
    }
}
