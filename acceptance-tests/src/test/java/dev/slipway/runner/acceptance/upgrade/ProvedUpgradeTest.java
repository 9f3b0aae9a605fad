package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Upgrades with a manifest beside the scripts.
final class ProvedUpgradeTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void proveTwoRevisions() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;");
        prove();
    }

    private void prove() {
        assertThat(Proved.on(project.folder()).text()).contains("manifest.json");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void whatIsProvedIsApplied() {
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            applied 1  users  TIME
            applied 2  email  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
    }

    @Test
    void whatIsNotProvedIsRefused() {
        project.with("V3__phone.sql", "alter table users add phone text;")
                .with("R__view.sql", "create or replace view v as select id from users;");
        assertThat(run("upgrade")).isEqualTo("""
            exit 3
            --- stderr
            error: 2 scripts that are to run are not proved as they are
              V3__phone.sql was never proved
              R__view.sql was never proved
              state: nothing was changed
              help:  prove them with `prove` and deliver manifest.json together with the scripts, or restore the scripts that were proved
            """);
        assertThat(project.query("select tablename from pg_tables where schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    void anEditAfterTheProofIsRefused() {
        run("upgrade", "1");
        project.with("V2__email.sql", "alter table users add email varchar(80);");
        assertThat(run("upgrade", "--format", "json")).isEqualTo("""
            exit 3
            {
              "exitCode": 3,
              "error": {
                "kind": "scripts-unproved",
                "message": "a script that is to run is not proved as it is",
                "details": [
                  "V2__email.sql was changed since it was proved"
                ],
                "state": "nothing was changed",
                "help": "prove them with `prove` and deliver manifest.json together with the scripts, or restore the scripts that were proved",
                "data": {
                  "scripts": [
                    {
                      "script": "V2__email.sql",
                      "why": "was changed since it was proved"
                    }
                  ]
                }
              }
            }
            """);
    }

    @Test
    void anEditAfterTheScriptWasAppliedIsNoMatterOfProof() {
        run("upgrade");
        project.with("V2__email.sql", "alter table users add email varchar(80);");
        assertThat(run("upgrade")).startsWith("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              V2__email.sql was changed after it was applied: checksum\
            """);
        prove();
        assertThat(run("upgrade")).startsWith("exit 7\n");
    }

    @Test
    void otherCommentsInAnAppliedScriptAreAcceptedAndReported() {
        run("upgrade");
        project.with("V2__email.sql", "-- how to reach them\nalter table users\n  add email text;");
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            V2__email.sql has other comments or another layout than when it was applied
            nothing to do: app on localhost:PORT is at 2
            """);
        assertThat(run("current")).isEqualTo("exit 0\napp on localhost:PORT is at 2 (head)\n");
        project.with("V3__phone.sql", "alter table users add phone text;");
        prove();
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            V2__email.sql has other comments or another layout than when it was applied
            applied 3  phone  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
        assertThat(run("upgrade", "--format", "json")).contains("""
                "proof": {
                  "notCompared": null,
                  "reworded": [
                    "V2__email.sql"
                  ],
                  "drift": [],
                  "results": []
                }
            """.indent(0));
    }

    @Test
    void otherCommentsInAPendingScriptAreAccepted() {
        project.with("V2__email.sql", "-- how to reach them\nalter table users add email text;");
        assertThat(run("upgrade")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 2\n");
    }

    @Test
    void branchesAreHeldToTheirProofInWhateverOrderTheyCome() {
        project.with("V3__phone.sql", "-- revises: 1\nalter table users add phone text;")
                .with("U3__phone.sql", "alter table users drop phone;")
                .with("V4__merge.sql", "-- revises: 2, 3\ncreate index phone on users (phone, email);")
                .with("U4__merge.sql", "drop index phone;");
        prove();
        assertThat(run("upgrade", "3")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 3\n");
        assertThat(run("upgrade")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 4\n");
        assertThat(run("downgrade", "2", "--yes")).startsWith("exit 0\n").endsWith(" is at 2, 3\n");
        assertThat(run("check")).contains("revision 4 is pending").doesNotContain("proved");
    }

    @Test
    void aRevisionThatWasAppliedWithoutProofIsNotCompared() throws IOException {
        String manifest = Files.readString(project.folder().resolve("manifest.json"));
        project.with("V1.5__more.sql", "-- revises: 1\ncreate table more (id int);")
                .with("V2__email.sql", "-- revises: 1\nalter table users add email text;")
                .without("manifest.json");
        assertThat(run("upgrade", "1.5")).startsWith("exit 0\n");
        project.with("manifest.json", manifest);
        assertThat(run("upgrade", "heads")).isEqualTo("""
            exit 0
            applied 2  email  TIME
            applied 1 script in TIME: app on localhost:PORT is at 1.5, 2
            not verified: revision 1.5 was never proved
            """);
    }

    private String manifest() throws IOException {
        return Files.readString(project.folder().resolve("manifest.json"));
    }

    @Test
    void aManifestOfALaterProgramAsksForThatProgram() throws IOException {
        project.with("manifest.json", manifest().replace("\"format\": 2", "\"format\": 3"));
        assertThat(run("upgrade")).isEqualTo("""
            exit 2
            --- stderr
            error: manifest "FOLDER/manifest.json" cannot be read
              its format is 3, and this program reads 2
              state: nothing was changed
              help:  use the version of the program that wrote it, or a later one; `prove --all` writes it anew for this one
            """);
    }

    @Test
    void aManifestWithTheMarksOfAMergeSaysSo() throws IOException {
        project.with("manifest.json", manifest().replace("  \"revisions\"", "<<<<<<< HEAD\n  \"revisions\""));
        assertThat(run("upgrade")).isEqualTo("""
            exit 2
            --- stderr
            error: manifest "FOLDER/manifest.json" cannot be read
              a merge that nobody finished left its marks in it (<<<<<<<)
              state: nothing was changed
              help:  restore the file as it was committed; `prove --all` writes it anew
            """);
    }

    @Test
    void lineEndsAndByteOrderMarksOfWindowsDoNotMatter() throws IOException {
        project.with("manifest.json", "\uFEFF" + manifest().replace("\n", "\r\n"));
        assertThat(run("upgrade")).startsWith("exit 0\n");
    }
}
