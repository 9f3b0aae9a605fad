package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scripts that use an extension which an administrator makes, and none of them.
final class MissingExtensionTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", "create table people (id int, born timestamp);");
    }

    private Run prove() {
        return Proved.on(project.folder());
    }

    @Test
    void anExtensionThatNoScriptMakesIsThereBefore() {
        project.with("V2__email.sql", "alter table people add email citext;")
                .with("U2__email.sql", "alter table people drop email;")
                .with("V3__keys.sql", "create table keys (id uuid default uuid_generate_v4());")
                .with("U3__keys.sql", "drop table keys;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  email: adds 1 object  TIME
            proved 3  keys: adds 2 objects  TIME
            note: extension "citext" was created beforehand, since scripts use it and none makes it
            note: extension "uuid-ossp" was created beforehand, since scripts use it and none makes it
            no problems: 3 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """);
        project.with(
                "V4__names.sql",
                "create table names (name text);\ncreate index on names using gin (name gin_trgm_ops);");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 4  names: adds 3 objects; irreversible: there is no undo script  TIME
            note: extension "citext" was created beforehand, since scripts use it and none makes it
            note: extension "pg_trgm" was created beforehand, since scripts use it and none makes it
            note: extension "uuid-ossp" was created beforehand, since scripts use it and none makes it
            no problems: 4 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 6
            applied 1  people  TIME
            --- stderr
            error: script "V2__email.sql" failed at line 1, column 30: type "citext" does not exist
               --> FOLDER/V2__email.sql:1:30
              1 | alter table people add email citext;
                |                              ^
              sqlstate: 42704
              state: 1 stayed applied; 2 was rolled back
              help:  correct the script, or create the extension that brings it, and run `upgrade` again
            """);
        TestDatabase app = project.database();
        try (Connection connection = app.server().connectAsSuperuser(app.name());
                Statement statement = connection.createStatement()) {
            statement.execute("create extension citext; create extension \"uuid-ossp\"; create extension pg_trgm");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 4, and all 9 objects are as they were proved
            """);
    }

    @Test
    void anExtensionThatOnlyRowsNeedIsThereBefore() {
        project.with("V2__keys.sql", """
            do $$ declare person record; begin
                for person in select * from people loop
                    perform uuid_generate_v4();
                end loop;
            end $$;
            """).with("U2__keys.sql", """
            do $$ begin
                if exists (select from people) then perform 'a'::citext; end if;
            end $$;
            """);
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  keys: leaves the schema as it is  TIME
            note: extension "citext" was created beforehand, since scripts use it and none makes it
            note: extension "uuid-ossp" was created beforehand, since scripts use it and none makes it
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void anExtensionThatOnlyAnUndoOrARepeatableScriptNeedsIsThereBefore() {
        project.with("V2__keys.sql", "create table keys (id int);")
                .with("U2__keys.sql", "select uuid_generate_v4();\ndrop table keys;")
                .with("R__names.sql", "create or replace view names as select 'a'::citext as name;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  keys: adds 2 objects  TIME
            proved R  names: adds 1 object  TIME
            note: 2 was tried without R__names.sql, which cannot run before it
            note: extension "citext" was created beforehand, since scripts use it and none makes it
            note: extension "uuid-ossp" was created beforehand, since scripts use it and none makes it
            no problems: 2 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void anExtensionIsThereWhenOnlyWhatComesLastIsProved() {
        project.with("V2__email.sql", "alter table people add email citext;");
        assertThat(prove().exitCode()).isZero();
        project.with("R__emails.sql", "create or replace view emails as select email from people;");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved R  emails: adds 1 object  TIME
            note: extension "citext" was created beforehand, since scripts use it and none makes it
            no problems: 2 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
    }
}
