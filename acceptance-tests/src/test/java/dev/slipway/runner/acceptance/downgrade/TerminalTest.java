package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.cli.Main;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody at a terminal, made with util-linux's `script`.
final class TerminalTest {
    /// Nothing is typed: the program is sent SIGTERM.
    private static final String TERM = "";

    @RegisterExtension
    private final Project project = new Project();

    private final Path terminal = Program.require("script", "bsdutils");

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);").with("U1__users.sql", "drop table users;");
        project.run("upgrade");
        project.execute("insert into users values (1), (2)");
    }

    @Test
    void asksAndGoesOnAtYes() throws Exception {
        assertThat(downgrade("y\n")).isEqualTo("""
                exit 0
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N] y
                losing table public.users with 2 rows
                took back U1  users  TIME
                took back 1 revision in TIME: app on localhost:PORT is before the first revision
                """);
    }

    @Test
    void changesNothingAtAnyOtherAnswer() throws Exception {
        assertThat(downgrade("\n")).isEqualTo("""
                exit 3
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N]\s
                error: not confirmed
                  state: nothing was changed
                  help:  run it again, and answer yes
                """);
        assertThat(project.query("select count(*) from users")).containsExactly("2");
    }

    @Test
    void changesNothingAtSigtermInsteadOfAnAnswer() throws Exception {
        assertThat(downgrade(TERM)).isEqualTo("""
                exit 143
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N] error: interrupted
                  state: nothing was changed
                  help:  run the command again
                """);
        assertThat(project.query("select count(*) from users")).containsExactly("2");
    }

    /// What stands on the terminal in the end, what was typed included.
    private String downgrade(String typed) throws Exception {
        String command = "%s -cp %s %s downgrade --locations %s"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        project.folder());
        ProcessBuilder builder = new ProcessBuilder(terminal.toString(), "-qec", command, "/dev/null");
        builder.environment().put("DATABASE_URL", project.database().url());
        Process process = builder.start();
        StringBuilder screen = new StringBuilder();
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8);
                Writer keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                screen.append((char) next);
                if (screen.toString().endsWith("[y/N] ") && typed.equals(TERM)) {
                    process.descendants().filter(TerminalTest::isJava).forEach(ProcessHandle::destroy);
                } else if (screen.toString().endsWith("[y/N] ")) {
                    keyboard.write(typed);
                    keyboard.flush();
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), screen.toString().replace("\r", ""), "")
                .masked(project.database(), project.folder())
                .text();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("/java")).isPresent();
    }
}
