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

/// What `prove` finds out about scripts.
final class ProveTest {
    private static final String CURRENT =
            "exit 0\nno problems: %s, 0 scripts proved now; FOLDER/manifest.json was compared\n";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", """
            create table people (id int generated always as identity primary key, email varchar(80) not null);
            create index people_email on people (email);
            """).with("U1__people.sql", "drop table people;");
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
    void onlyWhatChangedIsProvedAgain() throws IOException {
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 5 objects  TIME
            no problems: 1 revision, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(check().text()).isEqualTo(CURRENT.formatted("1 revision"));
        project.with("V2__phone.sql", "alter table people add phone text;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 2  phone: adds 1 object; irreversible: there is no undo script  TIME
            no problems: 2 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(prove().out())
                .isEqualTo("no problems: 2 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is\n");
        String manifest = manifest();
        assertThat(prove("--all").out()).isEqualTo("""
            proved 1  people: adds 5 objects  TIME
            proved 2  phone: adds 1 object; irreversible: there is no undo script  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json stays as it is
            """);
        assertThat(manifest()).isEqualTo(manifest);
        project.without("V2__phone.sql");
        assertThat(check().exitCode()).isEqualTo(1);
        assertThat(prove().out())
                .isEqualTo("no problems: 1 revision, 0 scripts proved now; FOLDER/manifest.json is written\n");
        assertThat(check().text()).isEqualTo(CURRENT.formatted("1 revision"));
    }

    @Test
    void anEditedCommentIsProvedAgainAndTheFormerTextRemembered() throws IOException {
        project.with("V2__phone.sql", "alter table people add phone text;")
                .with("V3__more.sql", "create table more (id int);");
        prove();
        String before = manifest();
        project.with("V2__phone.sql", "-- How to call them.\nalter table people\n    add phone text;");
        assertThat(check().text()).isEqualTo("""
            exit 1
            FOLDER/V2__phone.sql: it has other comments or another layout than when it was proved
              effect: the manifest is not current
              remedy: run `prove`, and commit manifest.json with the scripts

            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
        assertThat(prove().out()).startsWith("proved 2  phone: adds 1 object;").contains(" 1 script proved now");
        assertThat(unsealed(manifest().replaceFirst("\"checksums\": \\[(-?\\d+), -?\\d+]", "\"checksums\": [$1]")))
                .isEqualTo(unsealed(before));
        assertThat(check().text()).isEqualTo(CURRENT.formatted("3 revisions"));
    }

    /// Without the hash over each revision.
    private static String unsealed(String manifest) {
        return manifest.replaceAll("(?m)^ {6}\"hash\": .*$", "");
    }

    @Test
    void aManifestThatCannotBeReadIsWrittenAnew() throws IOException {
        prove();
        String manifest = manifest();
        project.with("manifest.json", "<<<<<<< HEAD\n" + manifest);
        assertThat(prove().exitCode()).isEqualTo(2);
        assertThat(prove("--all", "--check").exitCode()).isEqualTo(2);
        assertThat(prove("--all").exitCode()).isZero();
        assertThat(manifest()).isEqualTo(manifest);
    }

    @Test
    void whatBuildsOnChangedSqlIsProvedAgain() {
        project.with("V2__phone.sql", "alter table people add phone text;")
                .with("V3__more.sql", "create table more (id int);");
        prove();
        project.with("V2__phone.sql", "alter table people add phone int;");
        assertThat(check().text()).isEqualTo("""
            exit 1
            FOLDER/V2__phone.sql: it was changed since it was proved
              effect: the manifest is not current
              remedy: run `prove`, and commit manifest.json with the scripts

            FOLDER/V3__more.sql: it builds on 2, which is not proved as it is
              effect: the manifest is not current
              remedy: run `prove`, and commit manifest.json with the scripts

            2 problems: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
        assertThat(prove().out()).contains(" 2 scripts proved now");
    }

    @Test
    void provedAnewSomethingElseThanTheManifestSaysIsFound() throws IOException {
        project.with("V2__phone.sql", "-- transaction: on\nalter table people add ${column} text;");
        prove("--placeholder", "column=phone");
        assertThat(prove("--all", "--check", "--placeholder", "column=mobile").text())
                .isEqualTo("""
                    exit 1
                    proved 1  people: adds 5 objects  TIME
                    proved 2  phone: adds 1 object; irreversible: there is no undo script  TIME
                    FOLDER/V2__phone.sql: column public.people.mobile is there now, and was not in the manifest
                        + text
                      effect: the manifest does not say what the scripts do
                      remedy: run `prove --all`, and look at the difference before it is committed

                    FOLDER/V2__phone.sql: column public.people.phone is missing now
                        - text
                      effect: the manifest does not say what the scripts do
                      remedy: run `prove --all`, and look at the difference before it is committed

                    2 problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json was compared
                    """);
        assertThat(manifest()).contains("public.people.phone").doesNotContain("mobile");
    }

    @Test
    void anUndoScriptThatDoesNotRestoreTheSchemaIsFound() {
        prove();
        project.with("V2__wide.sql", "alter table people alter email type varchar(90);\ndrop index people_email;")
                .with("U2__wide.sql", "alter table people alter email type varchar(85);");
        String found = """
            FOLDER/U2__wide.sql: column public.people.email is another after U2 (- before 2, + after U2)
                - character varying(80) not null
                + character varying(85) not null
              effect: a downgrade does not lead back to the schema before it
              remedy: correct the undo script

            FOLDER/U2__wide.sql: index public.people_email is missing after U2
                - CREATE INDEX people_email ON public.people USING btree (email)
              effect: a downgrade does not lead back to the schema before it
              remedy: correct the undo script
            """;
        assertThat(prove().out()).contains("""
            proved 2  wide: alters 1 object, removes 1; irreversible: the undo script does not restore \
            column public.people.email, index public.people_email; \
            """, found);
        assertThat(check().out()).startsWith(found);
    }

    @Test
    void anUndoScriptThatFailsIsFound() {
        prove();
        project.with("V2__phone.sql", "alter table people add phone text;")
                .with("U2__phone.sql", "-- Back again.\nalter table people drop telephone;");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 2  phone: adds 1 object; irreversible: the undo script fails at line 2  TIME
            FOLDER/U2__phone.sql:2: it fails: column "telephone" of relation "people" does not exist
              effect: a downgrade of 2 fails
              remedy: correct the undo script

            1 problem: 2 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(prove().text()).isEqualTo("""
            exit 1
            FOLDER/U2__phone.sql:2: it fails: column "telephone" of relation "people" does not exist
              effect: a downgrade of 2 fails
              remedy: correct the undo script

            1 problem: 2 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is
            """);
    }

    @Test
    void anUndoScriptAfterWhichTheScriptWorksNoMoreIsFound() {
        prove();
        project.with("V2__counted.sql", """
            select 1 / (1 - count(*)) from pg_description where description = 'was here';
            create table counted (id int);
            """).with("U2__counted.sql", """
                drop table counted;
                do $$ begin execute format('comment on database %I is %L', current_database(), 'x'); end $$;
                comment on extension plpgsql is 'was here';
                """);
        assertThat(prove().out()).contains("an upgrade after a downgrade fails");
        assertThat(check().out()).contains("an upgrade after a downgrade fails");
    }
}
