package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `revision`, which needs no database.
final class RevisionTest {
    @TempDir
    private Path folder;

    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void twoScripts() {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
    }

    @Test
    void writesAPairThatGoesOnFromTheHead() throws IOException {
        assertThat(run("revision", "-m", "Add phone to users").text()).isEqualTo("""
                exit 0
                revision 3 (add phone to users) revises 2
                  wrote FOLDER/V3__add_phone_to_users.sql
                  wrote FOLDER/U3__add_phone_to_users.sql
                next: write the SQL into both; until then every command refuses them as empty
                """);
        assertThat(folder.resolve("V3__add_phone_to_users.sql")).hasContent("""
                -- revises: 2

                -- The SQL that leads from 2 to 3 goes here.
                """);
        assertThat(folder.resolve("U3__add_phone_to_users.sql")).hasContent("""
                -- The SQL that leads back from 3 to 2 goes here.
                """);
        assertThat(names())
                .containsExactly(
                        "U3__add_phone_to_users.sql", "V1__users.sql", "V2__email.sql", "V3__add_phone_to_users.sql");
    }

    @Test
    void needsTheWorkbenchToReadEntities() throws IOException {
        assertThat(run("revision", "--autogenerate", "-m", "phones").text()).isEqualTo("""
                exit 2
                --- stderr
                error: revision --autogenerate needs the workbench, which this runner comes without
                  state: nothing was changed
                  help:  run `./slipway` of a checkout, or java -jar workbench.jar
                """);
        assertThat(names()).containsExactly("V1__users.sql", "V2__email.sql");
    }

    @Test
    void writesAPairForMachines() {
        assertThat(run("revision", "-m", "phones", "--branch-label", "phones", "--head", "1", "--format", "json")
                        .text())
                .isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "version": "3",
                    "description": "phones",
                    "parents": [
                      "1"
                    ],
                    "branchLabel": "phones",
                    "script": "FOLDER/V3__phones.sql",
                    "undo": "FOLDER/U3__phones.sql",
                    "heads": [
                      "2",
                      "3"
                    ]
                  }
                }
                """);
        assertThat(folder.resolve("V3__phones.sql")).hasContent("""
                -- revises: 1
                -- branch-label: phones

                -- The SQL that leads from 1 to 3 goes here.
                """);
    }

    @Test
    void doesNotTakeAWordOfTheMessageForAHeader() {
        run("revision", "-m", "transaction: off\nselect 1;", "--version-id", "3");
        assertThat(folder.resolve("V3__transaction_off_select_1.sql")).hasContent("""
                -- revises: 2

                -- The SQL that leads from 2 to 3 goes here.
                """);
    }

    @Test
    void cannotBeAppliedBeforeItIsFilledIn() {
        run("revision", "-m", "phones");
        assertThat(run("revision", "-m", "emails").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 faults
                  FOLDER/U3__phones.sql: the script is empty; write its SQL, or delete the file
                  FOLDER/V3__phones.sql: the script is empty; write its SQL, or delete the file
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
    }

    @Test
    void beginsAFolderThatDoesNotExistYet() {
        assertThat(in("new/migrations", "revision", "-m", "users").text()).isEqualTo("""
                exit 0
                revision 1 (users) is a new base
                  wrote FOLDER/new/migrations/V1__users.sql
                  wrote FOLDER/new/migrations/U1__users.sql
                next: write the SQL into both; until then every command refuses them as empty
                """);
        assertThat(folder.resolve("new/migrations/V1__users.sql")).hasContent("""
                -- revises: base

                -- The SQL that leads from base to 1 goes here.
                """);
        assertThat(folder.resolve("new/migrations/U1__users.sql")).hasContent("""
                -- The SQL that leads back from 1 to base goes here.
                """);
    }

    @Test
    void beginsANewRoot() {
        assertThat(run("revision", "-m", "audit", "--head", "base", "--branch-label", "audit")
                        .text())
                .isEqualTo("""
                exit 0
                revision 3 (audit) is a new base
                  wrote FOLDER/V3__audit.sql
                  wrote FOLDER/U3__audit.sql
                next: write the SQL into both; until then every command refuses them as empty
                there are 2 heads now: 2, 3; join them with `merge`
                """);
    }

    @Test
    void goesOnFromTheBranchThatIsNamed() {
        twoHeads();
        assertThat(run("revision", "-m", "a", "--head", "phones@head").out())
                .startsWith("revision 4 (a) revises 3\n")
                .endsWith("\nthere are 2 heads now: 2, 4; join them with `merge`\n");
        scripts.without("V4__a.sql").without("U4__a.sql");
        assertThat(run("revision", "-m", "a", "--head", "phones").out()).startsWith("revision 4 (a) revises 3\n");
        scripts.without("V4__a.sql").without("U4__a.sql");
        assertThat(run("revision", "-m", "a", "--head", "3-1").out()).startsWith("revision 4 (a) revises 1\n");
    }

    @Test
    void refusesToChooseBetweenHeads() throws IOException {
        twoHeads();
        assertThat(run("revision", "-m", "a").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 heads: 2, 3
                  2  V2__email.sql
                  3  V3__phones.sql
                  they part at 1
                  state: nothing was changed
                  help:  join them with `merge -m "merge 2 and 3"`, or name one of them, or all of them as heads
                """);
        assertThat(run("revision", "-m", "a", "--head", "heads").exitCode()).isEqualTo(3);
        assertThat(run("revision", "-m", "a", "--format", "json").text()).startsWith("""
                exit 3
                {
                  "exitCode": 3,
                  "error": {
                    "kind": "several-heads",
                    "message": "the scripts have 2 heads: 2, 3",
                """);
        assertThat(names()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "V007__a.sql, V008__b.sql",
        "V2_9__a.sql, V2_10__b.sql",
        "V20991231235959__a.sql, V21000101000000__b.sql",
        "V2099_12_31__a.sql, V2100_01_01__b.sql",
        "V20991231.2359__a.sql, V21000101.0000__b.sql"
    })
    void choosesTheVersionInTheMannerOfTheHighest(String highest, String next) {
        scripts.with(highest, "select 1;");
        assertThat(run("revision", "-m", "b").out()).contains("wrote FOLDER/" + next + "\n");
    }

    @Test
    void versionsThatAreMomentsAreFollowedByNow() {
        scripts.with("V20200102030405__a.sql", "select 1;");
        assertThat(run("revision", "-m", "b").out())
                .containsPattern("revision 20\\d{12} \\(b\\) revises 20200102030405\n");
    }

    @Test
    void takesAVersionAsItIsGiven() {
        assertThat(run("revision", "-m", "b", "--version-id", "2026_11_21").out())
                .startsWith("revision 2026.11.21 (b) revises 2\n  wrote FOLDER/V2026_11_21__b.sql\n");
    }

    @Test
    void refusesAVersionThatCannotBe() throws IOException {
        assertThat(run("revision", "-m", "a", "--version-id", "x1").text()).isEqualTo("""
                exit 2
                --- stderr
                error: "x1" is not a version
                  state: nothing was changed
                  help:  write digits, parted by . or _, for example 1.2
                """);
        assertThat(run("revision", "-m", "a", "--version-id", "2.0").text()).isEqualTo("""
                exit 2
                --- stderr
                error: version 2.0 is taken already by FOLDER/V2__email.sql
                  state: nothing was changed
                  help:  choose another one, or leave --version-id out
                """);
        assertThat(run("revision", "-m", "a", "--version-id", "1.5").text()).isEqualTo("""
                exit 2
                --- stderr
                error: with version 1.5 it would come before FOLDER/V2__email.sql, which builds on the version before it
                  state: nothing was changed
                  help:  choose a version above 2, or leave --version-id out
                """);
        assertThat(names()).hasSize(2);
    }

    @Test
    void takesALowVersionWhereNothingIsBuiltOnItByThat() {
        scripts.with("V2__email.sql", "-- revises: 1\nalter table users add email text;");
        assertThat(run("revision", "-m", "a", "--version-id", "1.5").out()).startsWith("revision 1.5 (a) revises 2\n");
    }

    @Test
    void refusesALabelThatCannotBe() throws IOException {
        twoHeads();
        assertThat(run("revision", "-m", "a", "--head", "2", "--branch-label", "phones")
                        .text())
                .isEqualTo("""
                exit 2
                --- stderr
                error: branch label "phones" is taken already by FOLDER/V3__phones.sql
                  state: nothing was changed
                  help:  give the branch another name
                """);
        assertThat(run("revision", "-m", "a", "--head", "2", "--branch-label", "head")
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
        assertThat(run("revision", "-m", "a", "--head", "9").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "9" is not a known revision
                  state: nothing was changed
                  help:  use head, or one of 1, 2
                """);
        assertThat(run("revision", "-m", "a", "--head", "+1").text()).isEqualTo("""
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
        assertThat(run("revision").text()).isEqualTo("""
                exit 2
                --- stderr
                error: missing required option: "--message=TEXT"
                  state: nothing was changed
                  help:  see `slipway revision --help`
                """);
        assertThat(run("revision", "-m", "!?").text()).isEqualTo("""
                exit 2
                --- stderr
                error: message "!?" has no word to name the files by
                  state: nothing was changed
                  help:  say what the revision is for: -m "add phone to users"
                """);
    }

    @Test
    void cannotWriteIntoTheProgramItself() {
        assertThat(Run.with(Map.of(), "revision", "-m", "a").text()).isEqualTo("""
                exit 2
                --- stderr
                error: no script can be written to classpath:db/migration
                  state: nothing was changed
                  help:  name the folder of the scripts: --locations migrations
                """);
    }

    @Test
    void writesToTheFirstFolderOfSeveralLocations() {
        scripts.with("more/V3__more.sql", "select 3;");
        String locations =
                "classpath:dev/slipway/runner/engine/script/location,filesystem:%1$s/new,filesystem:%1$s/more"
                        .formatted(folder);
        Run run = Run.with(Map.of(), "revision", "-m", "a", "--locations", locations);
        assertThat(run.out()).startsWith("revision 4 (a) revises 3\n  wrote %s/new/V4__a.sql\n".formatted(folder));
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
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void leavesNothingIfTheUndoScriptCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("U3__a.sql"));
        assertThat(run("revision", "-m", "a").text()).isEqualTo("""
                exit 2
                --- stderr
                error: cannot write FOLDER/U3__a.sql: it is there already
                  state: nothing was changed
                  help:  move it elsewhere, or choose another message
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
        scripts.with("V3__phones.sql", "-- revises: 1\n-- branch-label: phones\nalter table users add phone text;");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Run run(String... arguments) {
        return Run.offline(folder, arguments);
    }

    /// Runs a command on a folder inside the folder.
    private Run in(String path, String... arguments) {
        Run run = Run.offline(folder.resolve(path), arguments);
        return new Run(run.exitCode(), named(run.out(), path), named(run.err(), path));
    }

    private String named(String text, String path) {
        return text.replace("FOLDER", "FOLDER/" + path).replace(folder.toString(), "FOLDER");
    }
}
