package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What `adopt` accepts, `upgrade`, `check` and `drift` accept as well.
final class AgreementTest {
    private static final String PHONE = "alter table users add phone text;";

    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    Path older;

    @BeforeEach
    void provedScripts() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("V2__email.sql", "alter table users add email text;");
        ProvedScripts.write(project.folder());
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    private void agree(String... options) {
        project.execute("create table users (id int primary key, email text)");
        String[] adopt = Stream.concat(Stream.of("adopt"), Stream.of(options)).toArray(String[]::new);
        assertThat(run(adopt)).startsWith("exit 0\n").contains("adopted: app on localhost:PORT is at 2");
        green(2);
        project.with("V3__phone.sql", PHONE).without("manifest.json");
        ProvedScripts.write(project.folder());
        assertThat(run("upgrade")).startsWith("exit 0\napplied 3  phone");
        green(3);
    }

    private void green(int revisions) {
        assertThat(run("upgrade"))
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at %d\n".formatted(revisions));
        assertThat(run("check"))
                .isEqualTo("exit 0\nno problems: %d revisions, 1 head; app on localhost:PORT is at %d\n"
                        .formatted(revisions, revisions));
        assertThat(run("drift")).startsWith("exit 0\nno drift: app on localhost:PORT is at %d".formatted(revisions));
    }

    @Test
    void onTheTableOfAlembic() {
        project.execute("""
                create table alembic_version (version_num varchar(32) not null primary key);
                insert into alembic_version values ('b2');
                """);
        agree();
        project.execute("drop table alembic_version");
        green(3);
    }

    @Test
    void onATableOfAlembicThatAScriptMakes() {
        project.with("V1__users.sql", """
                create table alembic_version (version_num text);
                create table users (id int primary key);
                """).without("manifest.json");
        ProvedScripts.write(project.folder());
        project.execute("create table alembic_version (version_num text)");
        agree();
        project.execute("drop table alembic_version");
        assertThat(run("drift")).startsWith("exit 1\ntable public.alembic_version is missing\n");
        assertThat(run("check")).startsWith("exit 1\n");
    }

    @Test
    void onASchemaThatHoldsAnExtensionAlone() {
        project.execute("create schema extensions; create extension hstore schema extensions");
        agree();
        project.execute("create table extensions.ours (id int)");
        assertThat(run("drift")).startsWith("""
                exit 1
                schema extensions is only in the database
                  + schema
                table extensions.ours is only in the database
                """);
    }

    @Test
    void onASchemaThatIsNamed() {
        project.execute("create schema \"Billing\"; create table \"Billing\".bills (id int)");
        agree("--ignore-schema", "Billing");
        project.execute("alter table \"Billing\".bills add total int");
        green(3);
        assertThat(run("drift")).endsWith("not compared, as `adopt` was told: schema Billing\n");
        project.execute("create schema other");
        assertThat(run("drift"))
                .startsWith("exit 1\nschema other is only in the database\n")
                .endsWith("""
                        no SQL is offered for schema "other", in which no script works: if others look after it, leave it out with --ignore-schema other
                        not compared, as `adopt` was told: schema Billing
                        """);
    }

    @Test
    void onASchemaThatIsNamedWhenThereIsAHistory() {
        assertThat(run("upgrade")).startsWith("exit 0\n");
        project.execute("create schema billing; create table billing.bills (id int)");
        assertThat(run("drift")).startsWith("exit 1\nschema billing is only in the database\n");
        assertThat(run("adopt", "--ignore-schema", "billing", "--dry-run")).startsWith("exit 0\n");
        assertThat(run("drift")).startsWith("exit 1\n");
        assertThat(run("adopt", "--ignore-schema", "billing"))
                .isEqualTo("exit 0\nnothing to adopt: app on localhost:PORT is at 2, says its history\n");
        green(2);
        project.execute("create schema audit");
        assertThat(run("adopt", "--ignore-schema", "audit")).startsWith("exit 0\n");
        project.with("V3__phone.sql", PHONE).without("manifest.json");
        ProvedScripts.write(project.folder());
        assertThat(run("upgrade")).startsWith("exit 0\napplied 3  phone");
        green(3);
        assertThat(run("drift")).endsWith("not compared, as `adopt` was told: schema audit, billing\n");
    }

    @Test
    void onASchemaThatIsNamedWhenFlywayMadeTheHistory() {
        assertThat(run("upgrade")).startsWith("exit 0\n");
        project.execute("drop table flyway_schema_history_fingerprint; create schema billing;"
                + " alter table users add by_hand int");
        assertThat(run("adopt", "--ignore-schema", "billing")).startsWith("exit 0\n");
        project.with("V3__phone.sql", PHONE).without("manifest.json");
        ProvedScripts.write(project.folder());
        assertThat(run("upgrade"))
                .startsWith("exit 3\n")
                .contains("column public.users.by_hand is only in the database")
                .doesNotContain("schema billing");
        project.execute("alter table users drop by_hand");
        assertThat(run("upgrade")).startsWith("exit 0\napplied 3  phone");
    }

    @Test
    void onASchemaOfTheScriptsNobodyElseLooksAfter() {
        project.execute("create table users (id int primary key, email text)");
        assertThat(run("adopt", "--ignore-schema", "public")).isEqualTo("""
                exit 2
                --- stderr
                error: --ignore-schema public: the scripts make objects in schema "public"
                  state: nothing was changed
                  help:  leave out only schemas that no script knows: `upgrade` compares all others
                """);
    }

    @Test
    void onADatabaseThatANewerImageBroughtAhead() {
        project.run("upgrade");
        new ScriptFolder(older)
                .with("V1__users.sql", "create table users (id int primary key);")
                .with("V2__email.sql", "alter table users add email text;");
        ProvedScripts.write(older);
        project.with("V3__phone.sql", PHONE).without("manifest.json");
        ProvedScripts.write(project.folder());
        project.run("upgrade");
        String ahead = "app on localhost:PORT is ahead of these scripts by revision 3";

        assertThat(old("upgrade")).isEqualTo("exit 0\nnothing to do: " + ahead + "\n");
        assertThat(old("check")).isEqualTo("exit 0\nno problems: 2 revisions, 1 head; " + ahead + "\n");
        assertThat(old("drift"))
                .isEqualTo("exit 0\nno drift: " + ahead + ", and its schema is the one that the last run left\n");
        assertThat(old("batch")).startsWith("exit 0\n");
        String managed = "exit 0\nnothing to adopt: " + ahead
                + ", says its history; use the newer scripts to bring it elsewhere\n";
        assertThat(old("adopt")).isEqualTo(managed);
        assertThat(old("adopt", "2")).isEqualTo(managed);
        assertThat(old("adopt", "1")).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has a history already, and is ahead of these scripts by 3
                  state: nothing was changed
                  help:  there is nothing to adopt: use the newer scripts, which have 3
                """);

        project.execute("alter table users add by_hand int");
        assertThat(old("check"))
                .startsWith("exit 1\napp on localhost:PORT: the schema is not what the last run left\n");
        assertThat(old("drift")).isEqualTo("""
                exit 1
                --- stderr
                error: app on localhost:PORT is ahead of these scripts by 3, and its schema is not what the last run left
                  state: nothing was changed
                  help:  run `drift` with the scripts that this database has: their manifest names the objects
                """);
        project.execute("drop table flyway_schema_history_fingerprint");
        assertThat(old("drift")).isEqualTo("""
                exit 3
                --- stderr
                error: app on localhost:PORT is ahead of these scripts by 3, and they do not know its schema
                  state: nothing was changed
                  help:  run `drift` with the scripts that this database has: their manifest names the objects
                """);
    }

    private String old(String... arguments) {
        return Run.on(project.database(), older, arguments).text();
    }

    @Test
    void onAHistoryOfOtherScripts(@TempDir Path others) {
        new ScriptFolder(others)
                .with("V1__orders.sql", "create table orders (id int);")
                .with("V2__lines.sql", "create table lines (id int);");
        assertThat(Run.on(project.database(), others, "upgrade").exitCode()).isZero();
        String refused = run("upgrade");
        assertThat(refused).startsWith("exit 7\n--- stderr\nerror: the history does not match the scripts\n");
        assertThat(run("adopt")).isEqualTo(refused);
        assertThat(run("adopt", "2")).isEqualTo(refused);
        assertThat(run("adopt", "--dry-run")).isEqualTo(refused);
    }
}
