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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `revision`, which needs no database.
final class RevisionTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
    }

    @Test
    void writesAPairThatGoesOnFromTheHead() throws IOException {
        assertThat(project.offline("revision", "-m", "Add phone to users").text())
                .isEqualTo("""
                exit 0
                revision 3 (add phone to users) revises 2
                  wrote FOLDER/V3__add_phone_to_users.sql
                  wrote FOLDER/U3__add_phone_to_users.sql
                next: write the SQL into both; until then every command refuses them as empty
                """);
        assertThat(project.folder().resolve("V3__add_phone_to_users.sql")).hasContent("""
                -- revises: 2

                -- The SQL that leads from 2 to 3 goes here.
                """);
        assertThat(project.folder().resolve("U3__add_phone_to_users.sql")).hasContent("""
                -- The SQL that leads back from 3 to 2 goes here.
                """);
        assertThat(names())
                .containsExactly(
                        "U3__add_phone_to_users.sql", "V1__users.sql", "V2__email.sql", "V3__add_phone_to_users.sql");
    }

    @Test
    void writesAPairForMachines() {
        assertThat(project.offline(
                                "revision",
                                "-m",
                                "phones",
                                "--branch-label",
                                "phones",
                                "--head",
                                "1",
                                "--format",
                                "json")
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
        assertThat(project.folder().resolve("V3__phones.sql")).hasContent("""
                -- revises: 1
                -- branch-label: phones

                -- The SQL that leads from 1 to 3 goes here.
                """);
    }

    @Test
    void doesNotTakeAWordOfTheMessageForAHeader() {
        project.offline("revision", "-m", "transaction: off\nselect 1;", "--version-id", "3");
        assertThat(project.folder().resolve("V3__transaction_off_select_1.sql")).hasContent("""
                -- revises: 2

                -- The SQL that leads from 2 to 3 goes here.
                """);
    }

    @Test
    void cannotBeAppliedBeforeItIsFilledIn() {
        project.offline("revision", "-m", "phones");
        assertThat(project.offline("revision", "-m", "emails").text()).isEqualTo("""
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
        assertThat(project.folder().resolve("new/migrations/V1__users.sql")).hasContent("""
                -- revises: base

                -- The SQL that leads from base to 1 goes here.
                """);
        assertThat(project.folder().resolve("new/migrations/U1__users.sql")).hasContent("""
                -- The SQL that leads back from 1 to base goes here.
                """);
    }

    @Test
    void beginsANewRoot() {
        assertThat(project.offline("revision", "-m", "audit", "--head", "base", "--branch-label", "audit")
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
        assertThat(project.offline("revision", "-m", "a", "--head", "phones@head")
                        .out())
                .startsWith("revision 4 (a) revises 3\n")
                .endsWith("\nthere are 2 heads now: 2, 4; join them with `merge`\n");
        project.without("V4__a.sql").without("U4__a.sql");
        assertThat(project.offline("revision", "-m", "a", "--head", "phones").out())
                .startsWith("revision 4 (a) revises 3\n");
        project.without("V4__a.sql").without("U4__a.sql");
        assertThat(project.offline("revision", "-m", "a", "--head", "3-1").out())
                .startsWith("revision 4 (a) revises 1\n");
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
        project.with(highest, "select 1;");
        assertThat(project.offline("revision", "-m", "b").out()).contains("wrote FOLDER/" + next + "\n");
    }

    @Test
    void versionsThatAreMomentsAreFollowedByNow() {
        project.with("V20200102030405__a.sql", "select 1;");
        assertThat(project.offline("revision", "-m", "b").out())
                .containsPattern("revision 20\\d{12} \\(b\\) revises 20200102030405\n");
    }

    @Test
    void takesAVersionAsItIsGiven() {
        assertThat(project.offline("revision", "-m", "b", "--version-id", "2026_11_21")
                        .out())
                .startsWith("revision 2026.11.21 (b) revises 2\n  wrote FOLDER/V2026_11_21__b.sql\n");
    }

    @Test
    void takesALowVersionWhereNothingIsBuiltOnItByThat() {
        project.with("V2__email.sql", "-- revises: 1\nalter table users add email text;");
        assertThat(project.offline("revision", "-m", "a", "--version-id", "1.5").out())
                .startsWith("revision 1.5 (a) revises 2\n");
    }

    @Test
    void writesToTheFirstFolderOfSeveralLocations() {
        project.with("more/V3__more.sql", "select 3;");
        String locations =
                "classpath:dev/slipway/runner/engine/script/location,filesystem:%1$s/new,filesystem:%1$s/more"
                        .formatted(project.folder());
        Run run = Run.with(Map.of(), "revision", "-m", "a", "--locations", locations);
        assertThat(run.out())
                .startsWith("revision 4 (a) revises 3\n  wrote %s/new/V4__a.sql\n".formatted(project.folder()));
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
