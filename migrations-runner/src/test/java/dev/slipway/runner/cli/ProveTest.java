package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `prove` finds out about scripts.
final class ProveTest {
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void aFolder(@TempDir Path folder) {
        scripts = new ScriptFolder(folder).with("V1__users.sql", """
                        create table users (id int generated always as identity primary key, email varchar(80) not null);
                        create index users_email on users (email);
                        """).with("U1__users.sql", "drop table users;");
    }

    private Run prove(String... more) {
        return Proved.on(scripts.path(), more);
    }

    private Run check() {
        return Proved.alone(scripts.path(), "prove", "--check");
    }

    private String manifest() throws Exception {
        return Files.readString(scripts.path().resolve("manifest.json"));
    }

    @Test
    void onlyWhatChangedIsProvedAgain() throws Exception {
        assertThat(prove().text()).isEqualTo("""
                exit 0
                proved 1  users: adds 4 objects  TIME
                no problems: 1 revision, 1 script proved now; FOLDER/manifest.json is written
                """);
        assertThat(check().text()).isEqualTo("""
                exit 0
                no problems: 1 revision, 0 scripts proved now; FOLDER/manifest.json was compared
                """);
        String first = manifest();
        scripts.with("V2__phone.sql", "alter table users add phone text;")
                .with("U2__phone.sql", "alter table users drop phone;");
        assertThat(prove().out()).isEqualTo("""
                proved 2  phone: adds 1 object  TIME
                no problems: 2 revisions, 1 script proved now; FOLDER/manifest.json is written
                """);
        assertThat(manifest()).startsWith(first.substring(0, first.lastIndexOf("\n    }\n  }")));
        assertThat(prove().out())
                .isEqualTo("no problems: 2 revisions, 0 scripts proved now; FOLDER/manifest.json stays as it is\n");
        assertThat(prove("--all").out()).isEqualTo("""
                proved 1  users: adds 4 objects  TIME
                proved 2  phone: adds 1 object  TIME
                no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json stays as it is
                """);
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void anUndoScriptThatForgetsAnIndexIsFound() {
        prove();
        scripts.with("V2__index.sql", "drop index users_email; alter table users alter email type text;")
                .with("U2__index.sql", "alter table users alter email type varchar(100);");
        assertThat(prove().text()).isEqualTo("");
        assertThat(prove().text()).isEqualTo("");
        assertThat(check().text()).isEqualTo("");
    }

    @Test
    void aScriptThatWorksOnlyOnAnEmptyTableIsFound() {
        prove();
        scripts.with("V2__required.sql", "alter table users add city text not null;")
                .with("U2__required.sql", "alter table users drop city;")
                .with(
                        "V3__unique.sql",
                        "alter table users drop city; alter table users add constraint one unique (email);")
                .with("V4__number.sql", "alter table users alter email type int using email::int;");
        assertThat(prove().text()).isEqualTo("");
    }

    @Test
    void aScriptThatFailsEndsTheProofAndWhatWasProvedIsKept() {
        scripts.with("V2__wrong.sql", "alter table users add phone text;\nalter table nobody add phone text;")
                .with("V3__more.sql", "create table more ();");
        assertThat(prove().text()).isEqualTo("");
        assertThat(check().text()).isEqualTo("");
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void branchesMustLeadToTheSameSchemaInBothOrders() {
        scripts.with("V2__a.sql", "-- revises: 1\ncreate table if not exists log (id int);")
                .with("V3__b.sql", "-- revises: 1\ncreate table if not exists log (id bigint, at date);")
                .with("V4__both.sql", "-- revises: 2, 3\n");
        assertThat(prove().text()).isEqualTo("");
        scripts.without("V4__both.sql");
        assertThat(prove().text()).isEqualTo("");
    }

    @Test
    void aRepeatableScriptMustBeRepeatable() {
        scripts.with("R__a_view.sql", "create or replace view emails as select email from users;")
                .with("R__b_once.sql", "create view more as select id from users;")
                .with("R__c_grows.sql", """
                        do $$ begin execute format('create view view_%s as select 1',
                            (select count(*) from pg_views where schemaname = 'public')); end $$;
                        """);
        assertThat(prove().text()).isEqualTo("");
        assertThat(check().text()).isEqualTo("");
    }

    @Test
    void aScriptWithoutATransactionIsProvedAsWell() {
        scripts.with("V2__index.sql", "create index concurrently users_id on users (id);")
                .with("U2__index.sql", "drop index concurrently users_id;");
        assertThat(prove().text()).isEqualTo("");
    }
}
