package dev.slipway.runner.acceptance.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.cli.Checkout;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `init` begins a project in an empty folder.
public final class InitTest {
    private static final List<String> FILES = List.of(
            ".dockerignore",
            ".env.example",
            ".github/workflows/migrations.yml",
            ".gitignore",
            ".gitlab-ci.yml",
            "Dockerfile.migrations",
            "compose.yaml",
            "deploy/kubernetes/helm-values.yaml",
            "deploy/kubernetes/init-container.yaml",
            "deploy/kubernetes/job.yaml",
            "deploy/podman/pod.yaml",
            "deploy/podman/settings.example.yaml",
            "deploy/roles.sql",
            "migrations/U1__rights_of_the_service.sql",
            "migrations/V1__rights_of_the_service.sql",
            "scripts/deploy.sh",
            "scripts/functions.sh",
            "scripts/rollback.sh",
            "scripts/slipway.sh",
            "scripts/test-migrations.sh",
            "scripts/update-backend.sh");

    @TempDir
    private Path folder;

    @Test
    void writesAllFilesWithTheNamesOfTheProject() {
        assertThat(init("--name", "my-shop").text()).isEqualTo("""
            exit 0
            migrations/V1__rights_of_the_service.sql
            migrations/U1__rights_of_the_service.sql
            Dockerfile.migrations
            compose.yaml
            .env.example
            .gitignore
            .dockerignore
            scripts/functions.sh
            scripts/slipway.sh
            scripts/test-migrations.sh
            scripts/update-backend.sh
            scripts/deploy.sh
            scripts/rollback.sh
            deploy/roles.sql
            deploy/kubernetes/init-container.yaml
            deploy/kubernetes/job.yaml
            deploy/kubernetes/helm-values.yaml
            deploy/podman/pod.yaml
            deploy/podman/settings.example.yaml
            .github/workflows/migrations.yml
            .gitlab-ci.yml
            wrote 21 files for my-shop; next:
              `slipway revision -m "create notes"`, write its SQL, and `slipway prove`
              copy .env.example to .env, keep that out of git, choose passwords, and `docker compose up --build`
            """);
        assertThat(files()).isEqualTo(FILES);
        assertThat(FILES)
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain(
                                "@name@",
                                "@id@",
                                "@image@",
                                "@port@",
                                "@version@",
                                "@include",
                                "account",
                                "slipway_owner")
                        .endsWith("\n"));
        assertThat(read("compose.yaml"))
                .contains("image: ${SERVICE_IMAGE:-my-shop:latest}\n", "DATABASE_USER: my_shop_owner\n");
    }

    @Test
    void theWorkflowIsThatOfTheGuide() {
        init("--name", "shop");
        assertThat(Checkout.read("docs/how-to/in-your-ci.md"))
                .contains("```yaml\n" + read(".github/workflows/migrations.yml") + "```\n")
                .contains("```yaml\n" + read(".gitlab-ci.yml") + "```\n");
    }

    @Test
    void theScriptsAreProvedAndGiveTheServiceItsRights() throws Exception {
        init("--name", "shop");
        Path scripts = folder.resolve("migrations");
        assertThat(Run.offline(scripts, "check").text()).isEqualTo("exit 0\nno problems: 1 revision, 1 head\n");
        assertThat(Proved.on(scripts).out())
                .endsWith("; FOLDER/manifest.json is written\n")
                .contains("no problems: ");

        TestDatabase database = OwnRoles.in(folder, "shop");
        assertThat(Run.on(database, scripts, "upgrade").text()).startsWith("exit 0\n");
        database.execute("create table orders (id int)");
        assertThat(database.query("""
                select has_table_privilege('shop_service', 'orders', 'insert'),
                    has_table_privilege('shop_service', 'flyway_schema_history', 'select'),
                    has_table_privilege('shop_service', 'flyway_schema_history', 'insert'),
                    has_schema_privilege('shop_service', 'public', 'create')
                """)).isEqualTo(List.of("t|t|f|f"));
        assertThat(Run.on(database, scripts, "downgrade", "base", "--yes").text())
                .startsWith("exit 0\n");
    }

    @Test
    void shellcheckFindsNothingInTheScripts() throws IOException, InterruptedException {
        Program.require("shellcheck", "shellcheck");
        init("--name", "shop");
        List<String> words = new ArrayList<>(List.of("shellcheck", "--external-sources", "--format=gcc"));
        words.addAll(FILES.stream().filter(file -> file.endsWith(".sh")).toList());
        Process shellcheck = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shellcheck.waitFor()).isZero();
        assertThat(words.stream().filter(file -> file.startsWith("scripts/")))
                .hasSize(6)
                .allSatisfy(script -> assertThat(folder.resolve(script)).isExecutable());
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), "mine\n");
        assertThat(init("--name", "shop").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 1 file already exists
              compose.yaml
              state: nothing was written
              help:  leave them as they are and write the others with --missing, or name another folder with --directory
            """);
        assertThat(files()).isEqualTo(List.of("compose.yaml"));

        assertThat(init("--name", "shop", "--missing").out()).contains("wrote 20 files for shop;");
        assertThat(read("compose.yaml")).isEqualTo("mine\n");
        assertThat(init("--name", "shop", "--missing").text())
                .isEqualTo("exit 0\nnothing to write: all files are there\n");
        assertThat(init("--name", "shop").text()).startsWith("exit 3\n--- stderr\nerror: 19 files already exist\n");
    }

    @Test
    void aGitignoreOfOnesOwnIsNotInTheWay() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "mine\n");
        assertThat(init("--name", "shop").out())
                .contains("wrote 20 files for shop;")
                .endsWith("\nwarning: passwords and backups get into git: add these lines to .gitignore: "
                        + ".env /deploy/podman/settings.yaml /backups/\n");
        assertThat(read(".gitignore")).isEqualTo("mine\n");
        Files.writeString(folder.resolve(".gitignore"), "/.env\nbackups\n");
        assertThat(init("--name", "shop", "--missing").text()).isEqualTo("""
            exit 0
            nothing to write: all files are there
            warning: passwords and backups get into git: add these lines to .gitignore: /deploy/podman/settings.yaml
            """);
    }

    @Test
    void refusesNamesThatCannotStandEverywhere() {
        for (String name : List.of("", "My Shop", "1shop", "shop-", "a;drop", "status", "a".repeat(41))) {
            assertThat(init("--name", name).text()).startsWith("exit 2\n--- stderr\nerror: --name \"" + name + "\"");
        }
        assertThat(init("--name", "shop", "--service-image", "a b").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --service-image "a b" cannot be used as a name
              state: nothing was changed
              help:  give the name of an image: --service-image registry.example.org/shop:1
            """);
        assertThat(init("--name", "shop", "--service-port", "65536").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --service-port 65536 is not a port
              state: nothing was changed
              help:  give one from 1 to 65535
            """);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("deploy"), "a file\n");
        assertThat(init("--name", "shop").text()).startsWith("exit 2\n--- stderr\nerror: file \"");
        assertThat(files()).isEqualTo(List.of("deploy"));
    }

    private Run init(String... arguments) {
        List<String> all = new ArrayList<>(List.of("init", "--directory", folder.toString()));
        all.addAll(List.of(arguments));
        return Run.with(Map.of(), all.toArray(String[]::new));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
