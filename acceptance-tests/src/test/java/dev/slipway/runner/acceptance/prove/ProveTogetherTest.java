package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.engine.manifest.ManifestReader;
import dev.slipway.runner.engine.manifest.ManifestWriter;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `prove` finds out about scripts that were proved apart from each other.
final class ProveTogetherTest {
    private static final String PEOPLE = "create table people (id int);";
    private static final String ADDS_TEXT = "-- revises: 1\nalter table people add phone text;";
    private static final String ADDS_NUMBER = "-- revises: 1\nalter table people add phone int;";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", PEOPLE);
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    private Run prove() {
        return Proved.on(project.folder());
    }

    private Run check() {
        return Proved.alone(project.folder(), "prove", "--check");
    }

    private Manifest manifest() throws IOException {
        return ManifestReader.read("m", Files.readString(project.folder().resolve(Manifest.FILE_NAME)));
    }

    @Test
    void aHazardThatIsTakenOutByHandIsMissed() throws IOException {
        project.with("V2__index.sql", "create index people_id on people (id);");
        assertThat(prove().exitCode()).isOne();
        String proved = Files.readString(project.folder().resolve(Manifest.FILE_NAME));
        String edited = proved.replaceFirst("(?s)\"hazards\": \\[\\s+\\{.*?]", "\"hazards\": []");
        assertThat(edited).isNotEqualTo(proved);
        project.with(Manifest.FILE_NAME, edited);
        String refused = """
            exit 3
            --- stderr
            error: manifest "FOLDER/manifest.json" was changed by something else than `prove`
              "revisions.2": its hash is not that of what it says
              state: nothing was changed
              help:  restore the file as it was committed; `prove --all` writes it anew, also after a merge of two branches
            """;
        assertThat(check().text()).isEqualTo(refused);
        assertThat(prove().text()).isEqualTo(refused);
        assertThat(Proved.on(project.folder(), "--all").exitCode()).isOne();
        assertThat(Files.readString(project.folder().resolve(Manifest.FILE_NAME)))
                .isEqualTo(proved);
    }

    @Test
    void branchesWhoseManifestsGitPutTogetherAreTriedTogether() throws IOException {
        project.with("V2__text.sql", ADDS_TEXT);
        prove();
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>(manifest().revisions());
        project.without("V2__text.sql").with("V3__number.sql", ADDS_NUMBER);
        prove();
        revisions.putAll(manifest().revisions());
        project.with("V2__text.sql", ADDS_TEXT)
                .with(Manifest.FILE_NAME, ManifestWriter.json(new Manifest(revisions, new TreeMap<>())));
        assertThat(check().text()).isEqualTo("""
            exit 1
            manifest.json: its branches were never tried one after the other as they are
              effect: the manifest is not current
              remedy: run `prove`, and commit manifest.json with the scripts

            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
        String refused = """
            exit 1
            FOLDER/V3__number.sql:2: it fails: column "phone" of relation "people" already exists
              effect: the branches cannot be applied with 3 last
              remedy: let one of the branches build on the other: write "-- revises: 3" in its first script

            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is
            """;
        assertThat(prove().text()).isEqualTo(refused);
        assertThat(prove().text()).isEqualTo(refused);
        project.with("V3__number.sql", ADDS_NUMBER.replace("phone", "mobile"));
        assertThat(prove().exitCode()).isZero();
        assertThat(check().exitCode()).isZero();
        assertThat(prove().out())
                .isEqualTo("no problems: 3 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is\n");
    }

    @Test
    void aRepeatableScriptIsProvedAgainWhenARevisionIsGone() {
        project.with("V2__text.sql", ADDS_TEXT)
                .with("R__phones.sql", "create or replace view phones as select phone from people;");
        assertThat(prove().exitCode()).isZero();
        assertThat(check().exitCode()).isZero();
        project.without("V2__text.sql");
        Run run = prove();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("FOLDER/R__phones.sql:1: it fails: column \"phone\" does not exist\n");
        assertThat(check().out()).contains("FOLDER/R__phones.sql: it was never proved");
    }

    @Test
    void repeatableScriptsWhoseManifestGitPutTogetherAreTriedAfterAllRevisions() throws IOException {
        project.with("R__ids.sql", "create or replace view ids as select id from people;");
        prove();
        Manifest proved = manifest();
        project.with(Manifest.FILE_NAME, ManifestWriter.json(new Manifest(proved.revisions(), proved.repeatables())));
        assertThat(check().out())
                .startsWith("manifest.json: its repeatable scripts were never tried after all revisions as they are\n");
        assertThat(prove().out()).contains("proved R  ids: adds 1 object", " 1 script proved now");
        assertThat(manifest()).isEqualTo(proved);
    }

    @Test
    void aDifferenceIsSaidOfTheScriptThatMakesItAlone() {
        project.with("V2__text.sql", "alter table people add ${column} text;")
                .with("V3__more.sql", "create table more (id int);");
        Proved.on(project.folder(), "--placeholder", "column=phone");
        assertThat(Proved.on(project.folder(), "--all", "--check", "--placeholder", "column=mobile")
                        .out())
                .contains("V2__text.sql: column public.people.mobile is there now", "\n2 problems: 3 revisions")
                .doesNotContain("FOLDER/V3__more.sql");
    }
}
