package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.compose.ApiClient.Answer;
import java.util.List;

/// What an administrator changes through the service, whoever else changes it.
record NewerService(ApiClient admin) {
    /// Gives each user the role and a new password, so many times, and tells how many changes of roles there were.
    int change(List<String> usernames, String role, int times) {
        int changes = 0;
        for (int time = 0; time < times; time++) {
            for (String username : usernames) {
                change(username, role);
                changes++;
            }
        }
        return changes;
    }

    static void create(ApiClient admin, String username) {
        assertThat(admin.send("POST", "/api/users", """
                {"username":"%1$s","email":"%1$s@example.org","role":"viewer"}""".formatted(username)).status())
                .isEqualTo(201);
    }

    private void change(String username, String role) {
        long id = id(username);
        Answer changed = admin.send("PUT", "/api/users/" + id, """
                {"username":"%1$s","email":"%1$s@example.org","role":"%2$s","phone":"%3$d","active":true}""".formatted(username, role, id));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("\"role\":\"%s\"".formatted(role));
        Answer password = admin.send(
                "PUT", "/api/users/%d/password".formatted(id), "{\"password\":\"the %s's secret\"}".formatted(role));
        assertThat(password).isEqualTo(new Answer(204, "", ""));
    }

    private long id(String username) {
        Answer found = admin.get("/api/users?search=" + username);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return Long.parseLong(found.body().replaceAll(".*?\"id\":(\\d+),\"username\":\"" + username + "\".*", "$1"));
    }
}
