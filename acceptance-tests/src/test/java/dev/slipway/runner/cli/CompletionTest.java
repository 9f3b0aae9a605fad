package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `completion`, in real shells on a terminal.
final class CompletionTest {
    private static final String BASH = "bash --norc --noprofile -i";
    private static final String ZSH = "zsh -f -i";

    @RegisterExtension
    private final Project project = new Project();

    @ParameterizedTest
    @ValueSource(strings = {BASH, ZSH})
    void completesCommands(String shell) throws IOException, InterruptedException {
        assertThat(completed(shell, "slipway up", "slipway migr", "slipway help hea", "slipway sh"))
                .containsExactly("slipway upgrade", "slipway migrate", "slipway help heads", "slipway show");
    }

    @ParameterizedTest
    @ValueSource(strings = {BASH, ZSH})
    void completesOptions(String shell) throws IOException, InterruptedException {
        assertThat(completed(shell, "slipway upgrade --lo", "slipway upgrade --loca", "slipway current --che"))
                .containsExactly(
                        "slipway upgrade --loc", "slipway upgrade --locations", "slipway current --check-heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {BASH, ZSH})
    void completesValues(String shell) throws IOException, InterruptedException {
        assertThat(completed(shell, "slipway heads --format j", "slipway heads --format t", "slipway completion z"))
                .containsExactly(
                        "slipway heads --format json", "slipway heads --format text", "slipway completion zsh");
    }

    @Test
    void printsTheScriptAsJson() {
        Run run = Run.with(Map.of(), "completion", "zsh", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(
                        "{\n  \"exitCode\": 0,\n  \"result\": {\n    \"shell\": \"zsh\",\n    \"script\": \"#!/usr/bin/env bash\\n");
    }

    @Test
    void knowsBashAndZsh() {
        assertThat(Run.with(Map.of(), "completion", "fish").text()).isEqualTo("""
                exit 2
                --- stderr
                error: invalid value for SHELL: "fish" is not one of bash, zsh
                  state: nothing was changed
                  help:  see `slipway completion --help`
                """);
    }

    /// What stands on the command line after the tabulator key.
    private List<String> completed(String shell, String... typed) throws IOException, InterruptedException {
        Program.require("script", "bsdutils");
        String name = shell.substring(0, shell.indexOf(' '));
        Program.require(name, name);
        StringBuilder keys = new StringBuilder("source " + script(shell) + "\n");
        for (String line : typed) {
            keys.append(line).append("\t\001echo \"<<\005>>\"\n");
        }
        Path input = Files.writeString(project.folder().resolve("keys"), keys.append("exit\n"));
        Path output = project.folder().resolve("screen");
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", shell, "/dev/null")
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of("TERM", "dumb", "HOME", project.folder().toString()));
        assertThat(builder.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Pattern.compile("(?m)^<<(.*?) ?>>\r?$")
                .matcher(new String(Files.readAllBytes(output), StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private Path script(String shell) throws IOException {
        Run run = Run.with(Map.of(), "completion", shell.substring(0, shell.indexOf(' ')));
        return Files.writeString(project.folder().resolve("completion"), run.out());
    }
}
