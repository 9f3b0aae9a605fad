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

/// What `prove` proves anew when a script that others build on was edited.
final class ProveEditedTest {
    private static final String ALL = """
            exit 0
            proved 1  people: adds 4 objects  TIME
            proved 2  city: adds 1 object  TIME
            proved 3  phone: adds 1 object  TIME
            no problems: 3 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void threeRevisions() {
        project.with("V1__people.sql", "create table people (id int primary key, email text);")
                .with("U1__people.sql", "drop table people;")
                .with("V2__city.sql", "alter table people add city text;")
                .with("U2__city.sql", "alter table people drop city;")
                .with("V3__phone.sql", "alter table people add phone text;")
                .with("U3__phone.sql", "alter table people drop phone;");
        assertThat(prove().text()).isEqualTo(ALL);
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    private Run prove(String... more) {
        return Proved.on(project.folder(), more);
    }

    private String manifest() throws IOException {
        return Files.readString(project.folder().resolve("manifest.json"));
    }

    @Test
    void whatBuildsOnItKeepsItsProofIfItDoesTheSameToTheSchema() throws IOException {
        project.with("V1__people.sql", "create table people (id integer, email text, primary key (id));");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 4 objects  TIME
            no problems: 3 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        String manifest = manifest();
        assertThat(Proved.alone(project.folder(), "prove", "--check").exitCode())
                .isZero();
        assertThat(prove("--all").exitCode()).isZero();
        assertThat(manifest()).isEqualTo(manifest);
    }

    @Test
    void everythingIsProvedAnewIfItInsertsRows() {
        project.with(
                "V1__people.sql",
                "create table people (id int primary key, email text); insert into people values (1, 'a@example.org');");
        assertThat(prove().text()).isEqualTo(ALL);
    }

    @Test
    void everythingIsProvedAnewIfItDoesAnythingElseToTheSchema() {
        project.with("V1__people.sql", "create table people (id bigint primary key, email text);");
        assertThat(prove().text()).isEqualTo(ALL);
    }

    @Test
    void whatWasEditedAboveItIsProvedAnewAsWell() {
        project.with("V1__people.sql", "create table people (id integer, email text, primary key (id));")
                .with("U3__phone.sql", "alter table people drop column phone;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 4 objects  TIME
            proved 3  phone: adds 1 object  TIME
            no problems: 3 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
