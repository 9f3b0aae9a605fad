package dev.slipway.systemtests.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Stands a script in for Maven, which takes the jars that were built already and counts how often it is asked.
@Isolated("images are made of the same packages meanwhile")
class LaunchTest {
    private static final String BUILT = "workbench/target";
    private static final List<String> COPIED = List.of(
            "slipway",
            "scripts/find-jdk",
            "scripts/build",
            "pom.xml",
            "shared-model/pom.xml",
            "migrations-runner/pom.xml",
            "workbench/pom.xml");

    @TempDir
    Path checkout;

    @BeforeEach
    void copy() throws IOException {
        for (String file : COPIED) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(Command.ROOT.resolve(file), checkout.resolve(file));
        }
        for (String module : List.of("shared-model", "migrations-runner", "workbench")) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
        }
        Files.createDirectories(checkout.resolve("bin"));
        program("mvn", """
                #!/usr/bin/env bash
                echo "$*" >>builds
                mkdir -p workbench/target
                cp '%1$s/workbench.jar' workbench/target/
                # as old as it is where Maven has nothing to pack anew
                touch -d 2020-01-01 workbench/target/workbench.jar
                ln -sfn '%1$s/lib' workbench/target/lib
                """.formatted(Command.ROOT.resolve(BUILT)));
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws IOException {
        assertThat(slipway("--version").output())
                .startsWith("building shared-model migrations-runner workbench ...\nslipway ")
                .hasLineCount(2);
        assertThat(slipway("--version").output()).startsWith("slipway ").hasLineCount(1);

        Path source = Files.writeString(checkout.resolve("migrations-runner/src/main/Changed.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(slipway("--version").output()).startsWith("building ");
        assertThat(checkout.resolve("builds")).hasContent("""
                -q -B -Dstyle.color=never -Dquick -Dmaven.test.skip package -pl shared-model,migrations-runner,workbench -am
                -q -B -Dstyle.color=never -Dquick -Dmaven.test.skip package -pl shared-model,migrations-runner,workbench -am
                """);
    }

    /// The build of the first goes on until the second waits for it.
    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Path mvn = checkout.resolve("bin/mvn");
        program("mvn", Files.readString(mvn).replace("mkdir", """
                until [[ $(wc -l <waits) == 2 ]]; do sleep 0.05; done
                mkdir"""));
        program("flock", "#!/usr/bin/env bash\necho waits >>waits\nexec /usr/bin/flock \"$@\"\n");

        CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(() -> slipway("--version"));
        assertThat(slipway("--version").orFail().output()).contains("slipway ");
        assertThat(other.get().orFail().output()).contains("slipway ");
        assertThat(Files.readAllLines(checkout.resolve("builds"))).hasSize(1);
    }

    @Test
    void startsFromAnAotCacheThatABuildMakes() throws IOException {
        slipway("--version");
        Path cache = checkout.resolve(BUILT).resolve("workbench.aot");
        assertThat(cache).isNotEmptyFile();
        FileTime made = Files.getLastModifiedTime(cache);

        assertThat(withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), "--version")
                        .orFail()
                        .output()
                        .lines())
                .anyMatch(line -> line.startsWith("slipway "));
        assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
    }

    @Test
    void passesArgumentsAndExitCode() {
        slipway("--version");

        Outcome outcome = slipway("wait", "--url", "nonsense with spaces");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("error: --url \"nonsense with spaces\": ");
    }

    @Test
    void saysThatMavenIsMissing() throws IOException {
        Files.delete(checkout.resolve("bin/mvn"));
        for (String name : List.of("bash", "dirname", "readlink", "sed", "find")) {
            program(name, "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(name));
        }

        Outcome outcome = withPath(checkout.resolve("bin").toString(), "--version");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.output())
                .startsWith(
                        "error: shared-model migrations-runner workbench must be built, but Maven is not installed: ");
    }

    @Test
    void saysThatTheBuildFailed() throws IOException {
        program("mvn", "#!/usr/bin/env bash\necho broken; exit 1\n");

        Outcome outcome = slipway("--version");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.output()).isEqualTo("""
                building shared-model migrations-runner workbench ...
                broken
                error: shared-model migrations-runner workbench could not be built
                """);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve("bin").resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome slipway(String... arguments) {
        return withEnvironment(Map.of(), arguments);
    }

    private Outcome withPath(String path, String... arguments) {
        return withEnvironment(Map.of("PATH", path), arguments);
    }

    private Outcome withEnvironment(Map<String, String> other, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of("bash", checkout.resolve("slipway").toString()));
        words.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", checkout.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(other);
        return new Command(words, environment).run();
    }
}
