package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceScriptsTest {
    private static final Path SCRIPTS = Path.of("../migrations");
    private static final String ENTITIES = "../shared-model/target/classes";

    private static final String DEFAULTS =
            "defaults of which no entity speaks stay: audit_trail.happened_at, company_settings.id, "
                    + "company_settings.company_name, company_settings.time_zone, "
                    + "company_settings.max_failed_login_attempts, company_settings.lockout_minutes, "
                    + "company_settings.updated_at, sign_in_devices.failed_attempts, "
                    + "sign_in_devices.last_sign_in_at, user_preferences.language, user_preferences.time_zone, "
                    + "user_preferences.email_notifications, user_preferences.updated_at, "
                    + "users.failed_login_attempts, users.active, users.version, users.session_version, "
                    + "users.created_at; --drop audit_trail.happened_at.default drops one";

    private static final String VALUES =
            "check users_role_check of users lets nothing but 'admin', 'member', 'viewer' into role and stays: "
                    + "--drop users_role_check drops it, --keep users_role_check hears no more of it";

    private static final String CONSTRAINTS =
            "constraints of which no entity speaks stay: company_settings_lockout_minutes_check, "
                    + "company_settings_max_failed_login_attempts_check, company_settings_one_row_check, "
                    + "sign_in_devices_user_id_fkey, user_preferences_user_id_fkey, "
                    + "users_failed_login_attempts_check; "
                    + "--drop company_settings_lockout_minutes_check drops one";

    @TempDir
    Path folder;

    @Test
    void giveWhatTheSharedModelAsksFor() throws IOException {
        copy(_ -> true);
        assertThat(run("revision", "--autogenerate", "-m", "nothing").text()).isEqualTo("""
                exit 0
                no changes detected
                VALUES
                DEFAULTS
                CONSTRAINTS
                """.replace("VALUES", VALUES)
                .replace("DEFAULTS", DEFAULTS)
                .replace("CONSTRAINTS", CONSTRAINTS));
        assertThat(run("revision", "--autogenerate", "-m", "nothing", "--format", "json")
                        .text())
                .isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "differences": [],
                    "stays": [
                      "VALUES",
                      "DEFAULTS",
                      "CONSTRAINTS"
                    ],
                    "revisions": [],
                    "open": [],
                    "allowed": [],
                    "findings": [],
                    "proof": null
                  }
                }
                """.replace("VALUES", VALUES)
                        .replace("DEFAULTS", DEFAULTS)
                        .replace("CONSTRAINTS", CONSTRAINTS));
    }

    @Test
    void pass() throws IOException {
        copy(_ -> true);
        assertThat(run("check").text()).isEqualTo("""
                exit 0
                no problems: 8 revisions, 1 head
                """);
    }

    @Test
    void areTooFewWithoutTheirLast() throws IOException {
        copy(name -> name.endsWith(".sql") && name.charAt(1) != '8');

        List<String> check = List.of("check", "--entities", ENTITIES, "--locations", "filesystem:" + folder);
        Run run = Run.of(Map.of(), check.toArray(String[]::new));

        assertThat(Run.of(
                        Map.of("DATABASE_URL", "postgresql://nobody@nowhere.invalid/none"),
                        Stream.concat(check.stream(), Stream.of("--offline")).toArray(String[]::new)))
                .isEqualTo(run);
        assertThat(run.text()).isEqualTo("""
                exit 1
                --entities ../shared-model/target/classes: the model needs a revision: table audit_trail is missing; \
                table sign_in_devices is missing; column users.session_version is missing
                  effect: the service does not find the tables it was written for
                  remedy: run `revision --autogenerate -m ...`

                1 problem: 7 revisions, 1 head
                """);
    }

    /// A command that writes a script, though it should not, writes it there.
    private void copy(Predicate<String> which) throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (which.test(name)) {
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
    }

    private Run run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--entities", ENTITIES, "--locations", "filesystem:" + folder))
                .toArray(String[]::new);
        return Run.of(Map.of(), all);
    }
}
