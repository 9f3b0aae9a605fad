package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a backup from being written leaves none, and nothing of one.
@RequiresClient
final class BackupFailsTest {
    @TempDir
    private Path backups;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    @BeforeEach
    void incompressibleRows() {
        project.with("V1__keys.sql", """
            create table keys (id int primary key, secret text);
            insert into keys select n, sha512(n::text::bytea)::text from generate_series(1, 5000) n;
            """);
        assertThat(InstalledServer.on(project.database(), project.folder(), backups, "upgrade")
                        .exitCode())
                .isZero();
    }

    @Test
    void aWrongPassword() {
        Map<String, String> environment = environment();
        environment.put("DATABASE_PASSWORD", "wrong");
        environment.put("SLIPWAY_WAIT_TIMEOUT", "0");
        assertThat(InstalledServer.run(environment, project.database(), backups, "backup")
                        .text())
                .isEqualTo("""
                exit 4
                --- stderr
                error: database app on localhost:PORT is not usable: user or password is wrong
                  server: password authentication failed for user "app" (SQLSTATE 28P01)
                  state: nothing was changed; gave up after TIME and 1 attempt
                  help:  correct the URL, DATABASE_USER and DATABASE_PASSWORD, or the password file
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    /// A limit for the size of files is to a program what a full disk is: a write that the system refuses.
    @Test
    void aDiskThatTakesNoMore() throws IOException, InterruptedException {
        assertThat(limited(64, "backup")).isEqualTo("""
                exit 8
                error: pg_dump failed: the system ended it with signal 25
                  state: no backup was written
                  help:  fix what the message says, and run the command again
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    @Test
    void aDiskThatTakesNoMoreOfAnEncryptedDump() throws IOException, InterruptedException {
        String key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        assertThat(limited(64, "backup", "--encrypt-for", key)).isEqualTo("""
                exit 8
                error: "FOLDER" could not be written: File too large
                  state: no backup was written
                  help:  make room there, or name another folder with --backups, and run the command again
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    @Test
    void aDiskThatTakesNoMoreAppliesNothing() throws IOException, InterruptedException {
        project.with("V2__note.sql", "alter table keys add note text;");
        assertThat(limited(64, "upgrade", "--backup", "always")).isEqualTo("""
                exit 8
                writing a backup first: --backup always
                error: pg_dump failed: the system ended it with signal 25
                  state: no backup was written
                  help:  fix what the message says, and run the command again
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
        assertThat(project.query("select max(version) from flyway_schema_history"))
                .containsExactly("1");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(InstalledServer.environment(project.database(), backups));
        environment.put("SLIPWAY_LOCATIONS", "filesystem:" + project.folder());
        return environment;
    }

    /// Runs a command in a process that may write no file larger than so many blocks of 1024 bytes.
    private String limited(int blocks, String... arguments) throws IOException, InterruptedException {
        return new RunnerInBash(environment())
                .run("trap '' XFSZ; ulimit -f %d; exec".formatted(blocks), arguments)
                .masked(project.database(), backups)
                .text();
    }
}
