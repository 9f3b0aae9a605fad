package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.setting.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstAdministratorTest {
    private static final String ADMINISTRATORS =
            "select username, email, role, is_admin, active from users where role = 'admin' order by id";

    private final AccountDatabase database = AccountDatabase.migrated();

    @Test
    void isMadeOfTheVariables(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from the file, not the variable\n");
        try (RunningService service = start(Map.of(
                "ADMIN_EMAIL", "root@example.org",
                "ADMIN_PASSWORD", "from the variable",
                "ADMIN_PASSWORD_FILE", file.toString()))) {
            assertThat(database.owner().query(ADMINISTRATORS)).containsExactly("admin|root@example.org|admin|t|t");
            assertThat(status(service, "from the file, not the variable")).isEqualTo(200);
            assertThat(status(service, "from the variable")).isEqualTo(401);
        }
    }

    @Test
    void staysAsItIsWhateverIsGivenLater() {
        start(Map.of("ADMIN_PASSWORD", "the first password")).close();
        try (RunningService service =
                start(Map.of("ADMIN_PASSWORD", "the second password", "ADMIN_EMAIL", "other@example.org"))) {
            assertThat(status(service, "the second password")).isEqualTo(401);
            assertThat(status(service, "the first password")).isEqualTo(200);
        }
        assertThat(database.owner().query(ADMINISTRATORS)).containsExactly("admin|admin@localhost|admin|t|t");
    }

    @Test
    void isNotMadeWhereAnOlderServiceMadeOne() {
        database.service()
                .execute("insert into users (username, email, is_admin) values ('old', 'o@example.org', true)");
        start(Map.of("ADMIN_PASSWORD", "the first password")).close();
        assertThat(database.owner().query(ADMINISTRATORS)).containsExactly("old|o@example.org|admin|t|t");
    }

    @Test
    void takesNobodysNameOrAddress() {
        database.service().execute("insert into users (username, email) values ('admin', 'a@example.org')");
        start(Map.of("ADMIN_PASSWORD", "the first password")).close();
        assertThat(database.owner().query(ADMINISTRATORS)).isEmpty();
        database.service().execute("update users set username = 'other', email = 'admin@localhost'");
        start(Map.of("ADMIN_PASSWORD", "the first password")).close();
        assertThat(database.owner().query(ADMINISTRATORS)).isEmpty();
    }

    @Test
    void isMadeOnceByReplicasThatStartAtTheSameMoment() throws Exception {
        List<RunningService> services = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<RunningService>> starts = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<RunningService>>mapToObj(
                            i -> () -> start(Map.of("ADMIN_PASSWORD", "the password of replica " + i)))
                    .toList());
            for (Future<RunningService> started : starts) {
                services.add(started.get());
            }
            assertThat(database.owner().query(ADMINISTRATORS)).containsExactly("admin|admin@localhost|admin|t|t");
            assertThat(IntStream.range(0, 4)
                            .filter(i -> status(services.getFirst(), "the password of replica " + i) == 200)
                            .count())
                    .isEqualTo(1);
        } finally {
            services.forEach(RunningService::close);
        }
    }

    @Test
    void getsARandomPasswordThatTheLogShowsOnce() throws Exception {
        String password = firstPasswordOf(lines(Map.of()));
        assertThat(lines(Map.of())).noneMatch(line -> line.contains("first administrator"));
        try (RunningService service = start(Map.of())) {
            assertThat(status(service, password)).isEqualTo(200);
        }
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatThrownBy(() -> start(Map.of("ADMIN_PASSWORD", "admin")))
                .rootCause()
                .isInstanceOf(SettingException.class)
                .hasMessage("ADMIN_PASSWORD is too short; give at least 12 characters");
    }

    private static String firstPasswordOf(List<String> lines) {
        List<String> shown = lines.stream()
                .filter(line -> line.contains("first administrator"))
                .toList();
        assertThat(shown)
                .singleElement()
                .asString()
                .matches(
                        "INFO {2}FirstAdministrator - first administrator: \"admin\" with the password \"[\\w-]{24}\", shown only here");
        return shown.getFirst().replaceAll(".*password \"([^\"]+)\".*", "$1");
    }

    /// What a process of the service writes until it is ready.
    private List<String> lines(Map<String, String> environment) throws Exception {
        try (ServiceProcess process = ServiceProcess.start(with(environment))) {
            process.awaitPort();
            RunningService.await(() -> process.lines().stream().anyMatch(line -> line.contains("open: ")));
            process.stop();
            process.awaitExit();
            return process.lines();
        }
    }

    private RunningService start(Map<String, String> environment) {
        RunningService service = RunningService.start(with(environment));
        service.awaitReady();
        return service;
    }

    private Map<String, String> with(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("DATABASE_URL", database.service().url());
        return all;
    }

    private static int status(RunningService service, String password) {
        return service.nobody()
                .send("POST", "/api/auth/login", "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(password))
                .status();
    }
}
