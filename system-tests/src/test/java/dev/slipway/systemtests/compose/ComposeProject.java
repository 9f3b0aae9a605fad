package dev.slipway.systemtests.compose;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Ground;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The checkout's compose file under a name of its own, with a folder of scripts mounted into the runner.
public final class ComposeProject implements Ground {
    private final String name = "slipway-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder scripts = new Folder().withReferenceScripts();
    private final Folder secrets = new Folder();

    private final Map<String, String> environment = new HashMap<>();

    public ComposeProject() {
        setEnvironment();
    }

    /// The reference scripts, and what a test adds.
    Folder scripts() {
        return scripts;
    }

    /// Replaces one of the secrets that everybody knows.
    void setSecret(String name, String secret) {
        for (String known :
                List.of("superuser_password", "owner_password", "service_password", "token_key", "admin_password")) {
            secrets.write(known, Command.read("deploy/secrets/" + known));
        }
        secrets.write(name, secret);
        environment.put("SECRETS", secrets.path().toString());
    }

    Outcome up() {
        return compose("up", "--detach", "--no-color");
    }

    Outcome restart(String service) {
        return compose("restart", service);
    }

    /// Runs a command of the runner's image before anything that waits for the runner.
    Outcome runner(String... words) {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "-T", "migrations-runner"));
        command.addAll(List.of(words));
        return compose(command.toArray(String[]::new));
    }

    /// The rows of a query in the application's database, as the given role.
    Outcome psql(String role, String sql) {
        return container("postgres")
                .orElseThrow()
                .exec("psql", "-XAt", "-v", "VERBOSITY=verbose", "-U", role, "accounts", "-c", sql);
    }

    /// The container of a service, if compose has created it.
    Optional<ComposeContainer> container(String service) {
        return ComposeContainer.find(name, service);
    }

    @Override
    public String logs() {
        return compose("ps", "--all").output() + compose("logs", "--no-color").output();
    }

    @Override
    public void close() {
        Outcome down = compose("down", "--volumes", "--remove-orphans", "--timeout", "10");
        scripts.close();
        secrets.close();
        down.orFail();
    }

    private Outcome compose(String... words) {
        List<String> command = new ArrayList<>(Compose.WORDS);
        command.addAll(List.of(
                "--project-name", name,
                "--project-directory", ".",
                "--file", "docker-compose.yml",
                "--file", "system-tests/src/test/resources/mounted-scripts.yml"));
        command.addAll(List.of(words));
        return new Command(command, environment).run();
    }

    private void setEnvironment() {
        environment.put("POSTGRES_IMAGE", Images.postgres());
        environment.put("RUNNER_IMAGE", Images.RUNNER);
        environment.put("BACKEND_IMAGE", Images.BACKEND);
        environment.put("BACKEND_PORT", "0");
        environment.put("SCRIPTS", scripts.path().toString());
    }
}
