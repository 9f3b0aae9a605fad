package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@RequiresClient
final class EncryptedBackupTest {
    /// Made by `age-keygen`, for these tests alone.
    private static final String PUBLIC = "age1yamsrxvl7408xxrytyamjpke9sjda7t6jwk8rc3paetum7kjmq6sr4pv5h";

    private static final String SECRET = "AGE-SECRET-KEY-1FQVRC7HPXG4DFRDH2A8ZHZGCLR0S63KCWUQ3VM57LGQ2F95WEKEQKQ3P2W";

    @TempDir
    private Path backups;

    @TempDir
    private Path keys;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    @BeforeEach
    void users() {
        project.with("V1__users.sql", "create table users (id int primary key, name text);");
        run("upgrade");
        project.execute("insert into users select n, md5(n::text) from generate_series(1, 20000) n");
    }

    private Run run(String... arguments) {
        return InstalledServer.on(project.database(), project.folder(), backups, arguments);
    }

    private Path backup() {
        assertThat(run("backup", "--encrypt-for", PUBLIC).exitCode()).isZero();
        return InstalledServer.only(backups);
    }

    @Test
    void needsNoSecretToBeWritten() throws IOException {
        Path backup = backup();
        assertThat(backup.resolve("dump")).doesNotExist();
        String dump = Files.readString(backup.resolve("dump.age"), StandardCharsets.ISO_8859_1);
        assertThat(dump).startsWith("age-encryption.org/v1\n-> X25519 ").doesNotContain("PGDMP");
        assertThat(Files.readString(backup.resolve("backup.json"))).contains("\"" + PUBLIC + "\"");
    }

    @Test
    void isRestoredWithTheSecretKey() throws IOException {
        Path key = Files.writeString(keys.resolve("key"), "# public key: " + PUBLIC + "\n" + SECRET + "\n");
        assertThat(run("restore", backup().toString(), "--drill", "--identity", key.toString())
                        .text())
                .isEqualTo("""
                exit 0
                restored FOLDER/app-at-1-WHEN into a scratch database in TIME
                  at 1, as of MOMENT
                  fingerprint, history, and the rows of 2 tables (20001 rows) are as the backup says
                  nothing of it is left
                """);
    }

    @Test
    void saysWhichKeyIsMissing() {
        assertThat(run("restore", backup().toString(), "--drill").text()).isEqualTo("""
                exit 3
                --- stderr
                error: "FOLDER/app-at-1-WHEN" cannot be decrypted: no key is given
                  encrypted for: KEY
                  state: nothing was changed
                  help:  name the file with the secret key of one of them with --identity
                """.replace("KEY", PUBLIC));
    }

    @Test
    void doesNotRepeatASecretKeyThatWasGivenByMistake() {
        assertThat(run("backup", "--encrypt-for", SECRET).text()).isEqualTo("""
                exit 2
                --- stderr
                error: "AGE-SECRET-KEY-..." is not a public key of age
                  state: nothing was changed
                  help:  give what `age-keygen` tells: age1 and 58 letters
                """);
    }
}
