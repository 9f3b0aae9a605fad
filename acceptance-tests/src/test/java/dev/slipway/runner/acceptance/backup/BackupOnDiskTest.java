package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and one that a backup reaches before it is said to be written.
@RequiresClient
final class BackupOnDiskTest {
    private static final String KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    private Path backups;

    @BeforeEach
    void incompressibleRows() throws IOException {
        backups = Files.createDirectory(folder.resolve("backups"));
        project.with("V1__keys.sql", """
            create table keys (id int primary key, secret text);
            insert into keys select n, sha512(n::text::bytea)::text from generate_series(1, 5000) n;
            """);
        assertThat(InstalledServer.on(project.database(), project.folder(), backups, "upgrade")
                        .exitCode())
                .isZero();
    }

    @Test
    void aFullDiskIsToldInTheWordsOfPgDumpAndKeepsNothing() throws IOException, InterruptedException {
        assertThat(onFullDisk("backup")).isEqualTo("""
                exit 8
                error: pg_dump failed: could not write to output file: No space left on device
                  state: no backup was written
                  help:  make room there, or name another folder, and run the command again
                left: nothing
                """);
    }

    @Test
    void aFullDiskKeepsNothingOfAnEncryptedDump() throws IOException, InterruptedException {
        assertThat(onFullDisk("backup", "--encrypt-for", KEY)).isEqualTo("""
                exit 8
                error: "FOLDER" could not be written: No space left on device
                  state: no backup was written
                  help:  make room there, or name another folder with --backups, and run the command again
                left: nothing
                """);
    }

    @Test
    void aFullDiskKeepsNothingOfADumpInAFolderAndAppliesNothing() throws IOException, InterruptedException {
        project.with("V2__note.sql", "alter table keys add note text;");
        assertThat(onFullDisk("upgrade", "--backup", "always", "--dump-format", "directory"))
                .isEqualTo("""
                exit 8
                writing a backup first: --backup always
                error: pg_dump failed: could not write to output file: No space left on device
                  state: no backup was written
                  help:  make room there, or name another folder, and run the command again
                left: nothing
                """);
        assertThat(project.query("select max(version) from flyway_schema_history"))
                .containsExactly("1");
    }

    /// What the system was asked for, in its order: each file and the folder itself, the name, the folder above.
    @Test
    void theDiskHasAllOfABackupBeforeAndAfterItHasItsName() throws IOException, InterruptedException {
        Program.require("strace", "strace");
        Path trace = folder.resolve("trace");
        Run run = new RunnerInBash(environment())
                .run(
                        "exec strace -qq -f -y -e trace=fsync,fdatasync,rename,renameat,renameat2 -o '%s'"
                                .formatted(trace),
                        "backup");
        assertThat(run.exitCode()).as(run.out()).isZero();
        Path backup = InstalledServer.only(backups);
        assertThat(calls(Files.readString(trace)))
                .containsSubsequence("sync dump", "rename", "sync BACKUPS")
                .containsSubsequence("sync backup.json", "rename", "sync BACKUPS")
                .containsSubsequence("sync PARTIAL", "rename", "sync BACKUPS")
                .filteredOn("rename"::equals)
                .hasSize(1);
        assertThat(backup).isDirectoryContaining("glob:**/dump").isDirectoryContaining("glob:**/backup.json");
    }

    private List<String> calls(String trace) {
        String partial = Pattern.quote(backups.toString()) + "/\\.partial-[^/>\"]+";
        return Pattern.compile("(?m)fsync\\(\\d+<(?<file>%s[^>]*)>\\) = 0$|rename\\w*\\(.*?\"(?<renamed>%s)\", .*= 0$"
                        .formatted(Pattern.quote(backups.toString()), partial))
                .matcher(trace)
                .results()
                .map(found -> call(found, partial))
                .toList();
    }

    private String call(MatchResult found, String partial) {
        if (found.group("renamed") != null) {
            return "rename";
        }
        String file = found.group("file")
                .replaceFirst(partial + "/", "")
                .replaceFirst(partial, "PARTIAL")
                .replace(backups.toString(), "BACKUPS");
        return "sync " + file;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(InstalledServer.environment(project.database(), backups));
        environment.put("SLIPWAY_LOCATIONS", "filesystem:" + project.folder());
        return environment;
    }

    /// Runs a command that writes to a disk of 64 kB, which only it sees, and tells what is left there.
    private String onFullDisk(String... arguments) throws IOException, InterruptedException {
        Namespaces.require();
        Run run = new RunnerInBash(environment()).bash("""
                exec unshare --user --map-root-user --mount bash -c '
                    mount -t tmpfs -o size=64k none "$SLIPWAY_BACKUPS" || exit 99
                    "$0" "$@"
                    code=$?
                    echo "left: $(ls -A "$SLIPWAY_BACKUPS" | grep . || echo nothing)"
                    exit $code' %s
                """.formatted(RunnerInBash.words(arguments)));
        return run.masked(project.database(), backups).text();
    }
}
