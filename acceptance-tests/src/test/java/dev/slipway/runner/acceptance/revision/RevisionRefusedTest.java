package dev.slipway.runner.acceptance.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `revision` refuses; then no file is left.
final class RevisionRefusedTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
    }

    @Test
    void refusesToChooseBetweenHeads() throws IOException {
        twoHeads();
        assertThat(project.offline("revision", "-m", "a").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts have 2 heads: 2, 3
              2  V2__email.sql
              3  V3__phones.sql
              they part at 1
              state: nothing was changed
              help:  join them with `merge -m "merge 2 and 3"`, or name one of them, or all of them as heads
            """);
        assertThat(project.offline("revision", "-m", "a", "--head", "heads").exitCode())
                .isEqualTo(3);
        assertThat(project.offline("revision", "-m", "a", "--format", "json").text())
                .startsWith("""
            exit 3
            {
              "exitCode": 3,
              "error": {
                "kind": "several-heads",
                "message": "the scripts have 2 heads: 2, 3",
            """);
        assertThat(names()).hasSize(3);
    }

    @Test
    void refusesAVersionThatCannotBe() throws IOException {
        assertThat(project.offline("revision", "-m", "a", "--version-id", "x1").text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: "x1" is not a version
              state: nothing was changed
              help:  write digits, parted by . or _, for example 1.2
            """);
        assertThat(project.offline("revision", "-m", "a", "--version-id", "2.0").text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: version 2.0 is taken already by FOLDER/V2__email.sql
              state: nothing was changed
              help:  choose another one, or leave --version-id out
            """);
        assertThat(project.offline("revision", "-m", "a", "--version-id", "1.5").text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: with version 1.5 it would come before FOLDER/V2__email.sql, which builds on the version before it
              state: nothing was changed
              help:  choose a version above 2, or leave --version-id out
            """);
        assertThat(names()).hasSize(2);
    }

    @Test
    void refusesALabelThatCannotBe() throws IOException {
        twoHeads();
        assertThat(project.offline("revision", "-m", "a", "--head", "2", "--branch-label", "phones")
                        .text())
                .isEqualTo("""
                    exit 2
                    --- stderr
                    error: branch label "phones" is taken already by FOLDER/V3__phones.sql
                      state: nothing was changed
                      help:  give the branch another name
                    """);
        assertThat(project.offline("revision", "-m", "a", "--head", "2", "--branch-label", "head")
                        .text())
                .isEqualTo("""
                    exit 2
                    --- stderr
                    error: "head" cannot be the name of a branch
                      state: nothing was changed
                      help:  write letters, digits and _, a letter first; head, heads, base and current have a meaning
                    """);
        assertThat(names()).hasSize(3);
    }

    @Test
    void refusesWhatNamesNoRevision() throws IOException {
        assertThat(project.offline("revision", "-m", "a", "--head", "9").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "9" is not a known revision
              state: nothing was changed
              help:  use head, or one of 1, 2
            """);
        assertThat(project.offline("revision", "-m", "a", "--head", "+1").text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: +1 is a number of steps, and there is no database to count from
              state: nothing was changed
              help:  name a revision, for example its version
            """);
        assertThat(names()).hasSize(2);
    }

    @Test
    void needsAMessageWithAWord() {
        assertThat(project.offline("revision").text()).isEqualTo("""
            exit 2
            --- stderr
            error: missing required option: "--message=TEXT"
              state: nothing was changed
              help:  see `slipway revision --help`
            """);
        assertThat(project.offline("revision", "-m", "!?").text()).isEqualTo("""
            exit 2
            --- stderr
            error: message "!?" has no word to name the files by
              state: nothing was changed
              help:  say what the revision is for: -m "add phone to users"
            """);
    }

    @Test
    void cannotWriteIntoAClassPath() {
        assertThat(Run.with(Map.of("SLIPWAY_LOCATIONS", "classpath:db/migration"), "revision", "-m", "a")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: no script can be written to classpath:db/migration
              state: nothing was changed
              help:  name the folder of the scripts: --locations migrations
            """);
    }

    @Test
    void leavesNothingIfAFileCannotBeWritten() throws IOException {
        String version = "1".repeat(250);
        assertThat(in("new/migrations", "revision", "-m", "a", "--version-id", version)
                        .text()
                        .replace(version, "VERSION"))
                .isEqualTo("""
                    exit 2
                    --- stderr
                    error: cannot write FOLDER/new/migrations/VVERSION__a.sql: File name too long
                      state: nothing was changed
                      help:  let --locations begin with a folder that this user may write to
                    """);
        assertThat(project.folder().resolve("new")).doesNotExist();
    }

    @Test
    void leavesNothingIfTheUndoScriptCannotBeWritten() throws IOException {
        Files.createDirectory(project.folder().resolve("U3__a.sql"));
        assertThat(project.offline("revision", "-m", "a").text()).isEqualTo("""
            exit 2
            --- stderr
            error: a script has a fault
              FOLDER/U3__a.sql: it is a folder with the name of a script; give the folder another name
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
        assertThat(names()).containsExactly("U3__a.sql", "V1__users.sql", "V2__email.sql");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() {
        assertThat(in("V1__users.sql", "revision", "-m", "a").text()).isEqualTo("""
            exit 2
            --- stderr
            error: location "FOLDER/V1__users.sql" is not a folder
              state: nothing was changed
              help:  correct --locations, or mount the scripts there
            """);
    }

    private void twoHeads() {
        project.with("V3__phones.sql", "-- revises: 1\n-- branch-label: phones\nalter table users add phone text;");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(project.folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Runs a command on a folder inside the folder.
    private Run in(String path, String... arguments) {
        Run run = Run.offline(project.folder().resolve(path), arguments);
        return new Run(run.exitCode(), named(run.out(), path), named(run.err(), path));
    }

    private String named(String text, String path) {
        return text.replace("FOLDER", "FOLDER/" + path).replace(project.folder().toString(), "FOLDER");
    }
}
