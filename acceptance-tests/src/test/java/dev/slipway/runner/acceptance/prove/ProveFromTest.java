package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `prove --from` takes revisions as they are that nobody can change any more.
final class ProveFromTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aHistoryWithAHazardAndAnUndoThatDoesNotRestore() {
        project.with("V1__people.sql", "create table people (id int primary key, email text);")
                .with("U1__people.sql", "drop table people;")
                .with("V2__email.sql", "create index people_email on people (email);")
                .with("V3__phone.sql", "alter table people add phone text, add fax text;")
                .with("U3__phone.sql", "alter table people drop phone;")
                .with("V4__city.sql", "alter table people add city text;")
                .with("U4__city.sql", "alter table people drop city;");
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    private Run prove(String... more) {
        return Proved.on(project.folder(), more);
    }

    private Run check() {
        return Proved.alone(project.folder(), "prove", "--check");
    }

    private String manifest() throws IOException {
        return Files.readString(project.folder().resolve("manifest.json"));
    }

    @Test
    void onlyWhatComesAfterItHasToBeWithoutProblems() throws IOException {
        assertThat(prove("--from", "3").text()).isEqualTo("""
            exit 0
            proved 1  people: adds 4 objects; taken as it is  TIME
            proved 2  email: adds 1 object; taken as it is  TIME
            proved 3  phone: adds 2 objects; taken as it is  TIME
            proved 4  city: adds 1 object  TIME
            no problems: 4 revisions (3 taken as they are), 4 scripts proved now; FOLDER/manifest.json is written
            """);
        String manifest = manifest();
        assertThat(check().text())
                .isEqualTo("exit 0\nno problems: 4 revisions (3 taken as they are), 0 scripts proved now;"
                        + " FOLDER/manifest.json was compared\n");
        assertThat(prove("--all").exitCode()).isZero();
        assertThat(prove("--all", "--check").exitCode()).isZero();
        assertThat(manifest()).isEqualTo(manifest);
        project.with("V5__city.sql", "create index people_city on people (city);")
                .with("U5__city.sql", "drop index people_city;");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 5  city: adds 1 object; 2 hazards  TIME
            FOLDER/V5__city.sql:1: blocking-index: public.people was locked against writes while index public.people_city was built
              effect: nobody can write to the table while the index is built or dropped
              remedy: build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md

            FOLDER/U5__city.sql:1: blocking-index: public.people was locked against reads and writes while index public.people_city was dropped
              effect: nobody can write to the table while the index is built or dropped
              remedy: build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md

            2 problems: 5 revisions (3 taken as they are), 1 script proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void whatWasProvedWithoutAProblemKeepsItsProofAndWhatIsAboveIsNotProvedAgain() {
        assertThat(prove().exitCode()).isOne();
        assertThat(prove("--from", "head").text()).isEqualTo("""
            exit 0
            proved 2  email: adds 1 object; taken as it is  TIME
            proved 3  phone: adds 2 objects; taken as it is  TIME
            no problems: 4 revisions (2 taken as they are), 2 scripts proved now; FOLDER/manifest.json is written
            """);
        assertThat(check().exitCode()).isZero();
    }

    @Test
    void fromBaseEverythingCountsAgain() {
        assertThat(prove("--from", "head").exitCode()).isZero();
        Run all = prove("--from", "base");
        assertThat(all.exitCode()).isOne();
        assertThat(all.text())
                .endsWith("2 problems: 4 revisions, 4 scripts proved now; FOLDER/manifest.json is written\n");
        assertThat(check().exitCode()).isOne();
    }

    @Test
    void aScriptThatIsEditedLaterIsStillTakenAsItIs() {
        prove("--from", "head");
        project.with("V2__email.sql", "create index people_email on people (lower(email));");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 2  email: adds 1 object; taken as it is  TIME
            proved 3  phone: adds 2 objects; taken as it is  TIME
            proved 4  city: adds 1 object; taken as it is  TIME
            no problems: 4 revisions (4 taken as they are), 3 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void anUpgradeIsStillHeldToTheRecordedSchemaAndADowngradeIsNot() {
        prove("--from", "head");
        assertThat(project.run("upgrade").exitCode()).isZero();
        project.database().execute("alter table people drop phone");
        Run drift = project.run("drift");
        assertThat(drift.exitCode()).isOne();
        project.database().execute("alter table people add phone text");
        assertThat(project.run("downgrade", "2", "--yes").exitCode()).isZero();
        assertThat(project.database()
                        .query("select attname::text from pg_attribute where attrelid = 'people'::regclass"
                                + " and attnum > 0 and not attisdropped order by attname"))
                .containsExactly("email", "fax", "id");
    }

    @Test
    void whatDependsOnADatabaseOrContradictsTheManifestIsRefused() {
        assertThat(prove("--from", "current").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "current" depends on a database, and --from on none
              state: nothing was changed
              help:  use head, base or a version
            """);
        assertThat(prove("--from", "9").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "9" is not a known revision
              state: nothing was changed
              help:  use head, or one of 1, 2, 3, 4
            """);
        assertThat(Proved.alone(project.folder(), "prove", "--check", "--from", "2")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: --from and --check exclude each other
              state: nothing was changed
              help:  leave out --from: the manifest says which revisions are taken as they are
            """);
        assertThat(project.folder().resolve("manifest.json")).doesNotExist();
    }
}
