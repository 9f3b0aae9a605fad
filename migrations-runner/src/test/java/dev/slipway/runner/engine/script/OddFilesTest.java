package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.RunnerCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What lies in the place of scripts and cannot be read: one clear error each and one code, and nothing waits for ever.
@Timeout(60)
final class OddFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private GivenFolder given = new GivenFolder(Path.of("."));

    @BeforeEach
    void oneScript() throws IOException {
        given = new GivenFolder(folder);
        given.write("V1__a.sql", "select 1;");
    }

    @Test
    void aNamedPipe() throws Exception {
        pipe("V2__b.sql");
        assertFault("V2__b.sql: it is no file: a named pipe, a socket or a device; put a file there, or remove it");
    }

    @Test
    void aLinkToADevice() throws IOException {
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), Path.of("/dev/zero"));
        assertFault("V2__b.sql: it is no file: a named pipe, a socket or a device; put a file there, or remove it");
    }

    @Test
    void aNamedPipeInThePlaceOfSettings() throws Exception {
        pipe("V1__a.sql.conf");
        assertFault(
                "V1__a.sql.conf: it is no file: a named pipe, a socket or a device; put a file there, or remove it");
    }

    @Test
    void aNamedPipeInThePlaceOfTheManifest() throws Exception {
        pipe("manifest.json");
        Outcome outcome = run(List.of(), "check");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .contains("file \"$/manifest.json\" cannot be used: it is no file: a named pipe, a socket or a device")
                .contains("effect: `upgrade` is refused with exit code 2\n  remedy: put a file there, or remove it\n");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectories(folder.resolve("V2__b.sql"));
        assertFault("V2__b.sql: it is a folder with the name of a script; give the folder another name");
    }

    @Test
    void aFolderThatIsNamedLikeNoScript() throws IOException {
        given.write("release.sql/V2__b.sql", "select 2;");
        given.write("V3__c/V3__c.sql", "select 3;");
        assertThat(GivenFolder.listed(given.read()))
                .containsExactly("1: a (V1__a.sql)", "2: b (release.sql/V2__b.sql)", "3: c (V3__c/V3__c.sql)");
    }

    @Test
    void aLinkToNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), folder.resolve("nowhere"));
        assertFault("V2__b.sql: it is a link to a file that does not exist; correct the link, or remove it");
    }

    @Test
    void aLinkToItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), folder.resolve("V2__b.sql"));
        assertFault("V2__b.sql: it is a link that leads back to itself; correct the link, or remove it");
    }

    @Test
    void aFileThatDisappears() throws IOException {
        given.write("V2__b.sql", "select 2;");
        FoundFile found = new FolderLocation(folder)
                .files(name -> name.equals("V2__b.sql"))
                .getFirst();
        Files.delete(folder.resolve("V2__b.sql"));
        List<String> said = new ArrayList<>();
        ScriptText.read(
                found.origin(),
                found.bytes(),
                StandardCharsets.UTF_8,
                problem -> said.add(problem.unusable() + ": " + problem.what() + "; " + problem.help()));
        assertThat(said).containsExactly("true: it disappeared while the scripts were read; run the command again");
    }

    @Test
    void aLinkToAFolderThatItLiesIn() throws IOException {
        Files.createDirectories(folder.resolve("deep/deeper"));
        Files.createSymbolicLink(folder.resolve("deep/deeper/loop"), folder);
        assertThat(given.failure()).isEqualTo("""
            USAGE: folder "$/deep/deeper/loop" cannot be read: it is a link to a folder that it lies in
            nothing was changed
            remove the link, or correct --locations\
            """);
    }

    @Test
    void aFileThatThisUserMayNotRead() throws Exception {
        given.write("V2__b.sql", "select 2;");
        Files.setPosixFilePermissions(folder.resolve("V2__b.sql"), PosixFilePermissions.fromString("-w-------"));
        for (String command : List.of("heads", "plan")) {
            assertThat(run(withoutPrivileges(), command).text()).isEqualTo("""
                2
                error: a script has a fault
                  $/V2__b.sql: this user may not read it; make it readable for the user that runs this program
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        }
    }

    @Test
    void aFolderThatThisUserMayNotRead() throws Exception {
        given.write("deep/V2__b.sql", "select 2;");
        Path deep = folder.resolve("deep");
        for (String rights : List.of("-wx------", "---------")) {
            Files.setPosixFilePermissions(deep, PosixFilePermissions.fromString(rights));
            assertThat(run(withoutPrivileges(), "heads").text()).isEqualTo("""
                2
                error: folder "$/deep" cannot be read: this user may not read it
                  state: nothing was changed
                  help:  make it readable for the user that runs this program, or correct --locations
                """);
        }
        Files.setPosixFilePermissions(deep, PosixFilePermissions.fromString("rwx------"));
    }

    private void assertFault(String fault) {
        assertThat(given.failure()).isEqualTo("""
            USAGE: a script has a fault
            $/%s
            nothing was changed
            correct what is named above and run the command again\
            """.formatted(fault));
    }

    private void pipe(String name) throws Exception {
        Process process = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start();
        assertThat(process.waitFor()).isZero();
    }

    /// Root may read everything, so it gives that right away.
    private static List<String> withoutPrivileges() {
        return System.getProperty("user.name").equals("root")
                ? List.of(
                        Program.require("setpriv", "util-linux").toString(),
                        "--bounding-set=-dac_override,-dac_read_search",
                        "--inh-caps=-dac_override,-dac_read_search")
                : List.of();
    }

    private record Outcome(int code, String said) {
        String text() {
            return code + "\n" + said;
        }
    }

    private Outcome run(List<String> before, String command) throws Exception {
        List<String> words = new ArrayList<>(before);
        words.addAll(RunnerCommand.words());
        words.addAll(List.of(command, "--locations", "filesystem:" + folder));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        assertThat(process.waitFor(PATIENCE)).isTrue();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.exitValue(), said.replace(folder.toString(), "$"));
    }
}
