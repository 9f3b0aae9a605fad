package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Upgrades that end before they change anything.
final class UpgradeRefusedTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void refusesADatabaseWithTablesButNoHistory() {
        project.execute("create table clients (id int); create view everyone as select * from clients");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has tables but no history
                  found: clients, everyone
                  state: nothing was changed
                  help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
                """);
        assertThat(tables()).containsExactly("clients");
    }

    @Test
    void readsEveryFaultOfPendingScriptsBeforeItChangesAnything() {
        project.with("V3__copy.sql", "create table a (id int);\ncopy a from stdin;\n1\n")
                .with("V5__placeholder.sql", "create table ${name} (id int);");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 faults
                  FOLDER/V3__copy.sql:2: COPY ... FROM STDIN has no closing \\. line; let a line \\. follow its rows
                  FOLDER/V5__placeholder.sql:1: placeholder "name" has no value; give it one: --placeholder name=value, or keep the text as it is: -- placeholders: off at the top, or, once it was applied, placeholderReplacement=false in V5__placeholder.sql.conf
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAHistoryThatDoesNotMatch() {
        project.with("V3__add_phone.sql", "alter table users add phone text;");
        project.run("upgrade");
        project.with("V1__create_users.sql", "create table users (id bigint primary key, name text);")
                .without("V2__add_email.sql")
                .with("V2__add_mail.sql", "alter table users add email text;")
                .without("V3__add_phone.sql");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 7
                --- stderr
                error: the history does not match the scripts
                  V1__create_users.sql was changed after it was applied: checksum -1838779811 was recorded, -685155721 was found
                  V2__add_mail.sql was renamed after it was applied: "add email" was recorded
                  revision 3 (V3__add_phone.sql) is applied, but there is no such script
                  state: nothing was changed
                  help:  restore the script as it was applied, and put the change into a new one; give the script its old name back; the scripts, or the image that holds them, are likely older than the database: run the newer image, or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`
                """);
    }

    @Test
    void refusesScriptsAddedBelowThePosition() {
        project.with("V4__add_phone.sql", "alter table users add phone text;");
        project.run("upgrade");
        project.with("V3__add_city.sql", "alter table users add city text;");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the database is at 4, but scripts that come before were never applied
                  FOLDER/V3__add_city.sql
                  state: nothing was changed
                  help:  give them a version above 4 (`renumber`), or apply them late with --allow-out-of-order
                """);
        assertThat(project.run("upgrade", "--allow-out-of-order").text()).isEqualTo("""
                exit 0
                applied 3  add city  TIME
                applied 1 script in TIME: app on localhost:PORT is at 4
                """);
    }

    private java.util.List<String> tables() {
        return project.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }
}
