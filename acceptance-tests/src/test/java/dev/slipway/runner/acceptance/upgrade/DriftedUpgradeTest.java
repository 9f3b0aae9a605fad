package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Upgrades of databases whose schema somebody changed by other means.
final class DriftedUpgradeTest {
    private static String manifest = "";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeAll
    static void prove(@TempDir Path proved) throws IOException {
        scripts(proved);
        assertThat(Proved.on(proved).text()).contains("manifest.json");
        manifest = Files.readString(proved.resolve("manifest.json"));
    }

    private static ScriptFolder scripts(Path folder) {
        return new ScriptFolder(folder)
                .with("V1__users.sql", """
                        create table users (id int primary key, name text not null);
                        create index users_name on users (name);
                        create sequence numbers;
                        create function tidy(text) returns text language sql immutable as 'select trim($1)';
                        create view names as select name from users;
                        """)
                .with("U1__users.sql", "drop view names; drop function tidy; drop sequence numbers; drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;")
                .with(
                        "R__short_names.sql",
                        "create or replace view short_names as select left(name, 3) as name from users;");
    }

    @BeforeEach
    void upgradeToTheFirst() {
        scripts(project.folder()).with("manifest.json", manifest);
        assertThat(run("upgrade", "1")).startsWith("exit 0\n");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void driftIsRefusedObjectByObject() {
        project.execute("drop index users_name");
        project.execute("alter table users alter name drop not null");
        project.execute("create or replace function tidy(text) returns text language sql immutable as 'select $1'");
        String drifted = """
                  3 objects differ (- as proved, + in the database):
                    function public.tidy(text) differs
                """;
        assertThat(run("upgrade"))
                .startsWith("""
                        exit 3
                        --- stderr
                        error: the schema of database app on localhost:PORT is not the one that was proved for 1
                        """ + drifted)
                .contains("""
                            column public.users.name differs
                              - text not null
                              + text
                            index public.users_name is missing
                        """.indent(0))
                .endsWith("""
                          state: nothing was changed
                          help:  take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on
                        """.indent(0));
        assertThat(run("upgrade", "--format", "json"))
                .contains("\"kind\": \"schema-drifted\"")
                .contains("\"proved\": \"CREATE INDEX users_name ON public.users USING btree (name)\"")
                .contains("\"live\": null");
        assertThat(project.query("select version from flyway_schema_history")).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table more (id int)                        | table public.more is only in the database
            alter table users add more int                    | column public.users.more is only in the database
            alter table users alter name type varchar(80)     | column public.users.name differs
            alter table users alter name set default 'none'   | column public.users.name differs
            alter table users add check (id > 0)              | constraint public.users.users_id_check is only in the database
            create index more on users (id)                   | index public.more is only in the database
            create view more as select 1 as one               | view public.more is only in the database
            create or replace view names as select name, 1 as one from users | view public.names differs
            create sequence more                              | sequence public.more is only in the database
            alter sequence numbers increment by 7             | sequence public.numbers differs
            create type more as enum ('a')                    | type public.more is only in the database
            create function more() returns int language sql as 'select 1' | function public.more() is only in the database
            drop view names                                   | view public.names is missing
            drop sequence numbers                             | sequence public.numbers is missing
            comment on table users is 'by hand'               | comment table public.users is only in the database
            """)
    void eachKindOfDriftIsFound(String change, String found) {
        project.execute(change.contains("type varchar") ? "drop view names; " + change : change);
        assertThat(run("upgrade")).startsWith("exit 3\n").contains("    " + found + "\n");
    }

    @Test
    void acceptedDriftIsReportedAndLeftAsItIs() {
        project.execute("drop index users_name");
        project.execute("create table more (id int)");
        assertThat(run("upgrade", "--accept-drift")).isEqualTo("""
                exit 0
                continuing although table public.more is only in the database
                continuing although column public.more.id is only in the database
                continuing although index public.users_name is missing
                applied 2  email  TIME
                applied R  short names  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 2
                """);
        assertThat(run("upgrade")).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void whatOthersHaveInTheirSchemasIsNoDrift() {
        project.execute("create schema others");
        project.execute("create table others.things (id int)");
        project.execute("create view others.them as select * from others.things");
        assertThat(run("upgrade")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 2\n");
    }

    @Test
    void repeatableScriptsRunAgainWithAnotherText() {
        assertThat(run("upgrade")).startsWith("exit 0\n");
        scripts(project.folder())
                .with(
                        "R__short_names.sql",
                        "drop view if exists short_names; create or replace view shorter as select left(name, 2) as name from users;")
                .with("V3__phone.sql", "alter table users add phone text;")
                .with("U3__phone.sql", "alter table users drop phone;");
        assertThat(Proved.on(project.folder()).text()).contains("manifest.json");
        assertThat(run("upgrade")).isEqualTo("""
                exit 0
                applied 3  phone  TIME
                applied R  short names  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 3
                """);
    }

    @Test
    void inAnotherSchemaTheSameIsProved() {
        project.execute("create schema tenant; create table tenant.users (id int)");
        assertThat(project.run("upgrade", "--default-schema", "tenant").exitCode())
                .isEqualTo(3);
        project.execute("drop table tenant.users");
        assertThat(project.run("upgrade", "1", "--default-schema", "tenant").text())
                .endsWith("is at 1\n");
        project.execute("drop index tenant.users_name");
        assertThat(project.run("upgrade", "--default-schema", "tenant").text())
                .contains("index tenant.users_name is missing");
    }

    @Test
    void inAnotherSchemaNothingIsVerifiedOfScriptsThatNamePublic() {
        scripts(project.folder())
                .with("V3__phone.sql", "create table public.phones (phone text);")
                .with("U3__phone.sql", "drop table public.phones;");
        assertThat(Proved.on(project.folder()).text()).contains("manifest.json");
        assertThat(project.run("upgrade", "--default-schema", "tenant").text()).endsWith("""
                        is at 3
                        not verified in schema "tenant": scripts name schema public
                        """);
    }

    @Test
    void aRunWithNothingToDoReadsNoManifest() throws IOException {
        assertThat(run("upgrade")).startsWith("exit 0\n");
        Files.writeString(project.folder().resolve("manifest.json"), "{");
        project.execute("drop index users_name");
        assertThat(run("upgrade")).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void anUnreadableManifestEndsTheRun() throws IOException {
        Files.writeString(project.folder().resolve("manifest.json"), manifest.substring(0, manifest.length() / 2));
        assertThat(run("upgrade")).matches("""
                exit 2
                --- stderr
                error: manifest "FOLDER/manifest.json" cannot be read
                  it is not JSON: line \\d+, column \\d+
                  state: nothing was changed
                  help:  restore the file as it was committed; `prove --all` writes it anew
                """);
        Files.writeString(project.folder().resolve("manifest.json"), manifest.replaceFirst("\"text\"", "\"int\""));
        assertThat(run("upgrade")).isEqualTo("""
                exit 3
                --- stderr
                error: manifest "FOLDER/manifest.json" was changed by something else than `prove`
                  "revisions.2.changes[0]": the hash of column public.users.email is not that of its definition
                  state: nothing was changed
                  help:  restore the file as it was committed; `prove --all` writes it anew, also after a merge of two branches
                """);
    }
}
