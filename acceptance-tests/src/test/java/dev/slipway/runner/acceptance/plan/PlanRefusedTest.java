package dev.slipway.runner.acceptance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Plans for which there is no script.
final class PlanRefusedTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoVersionsAndAView() {
        project.with("V1__users.sql", "create table users (id int, name text default '${name}');")
                .with("V2__index.sql", """
                    -- compat: contract
                    create index concurrently users_name on users (name);
                    alter table users drop id;
                    """)
                .with("R__names.sql", "create or replace view names as select name from users;")
                .with("U2__index.sql", "drop index concurrently users_name;")
                .with("U1__users.sql", "drop table users cascade;");
    }

    @Test
    void refusesStepsThatBeginNowhere() {
        assertThat(withoutDatabase("plan", "--from", "+1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: without a database nobody knows where +1 steps begin
              state: nothing was changed
              help:  begin at a revision: base, 4, or 4+1
            """);
        assertThat(withoutDatabase("plan", "base:+1").out()).contains("upgrade of a database from base to 1\n");
        assertThat(withoutDatabase("plan", "base+1:base+2").out()).contains("upgrade of a database from 1 to 2\n");
    }

    @Test
    void refusesAnUpgradeThatLeadsDown() {
        assertThat(withoutDatabase("upgrade", "2:1", "--sql").text()).isEqualTo("""
            exit 2
            --- stderr
            error: the target lies below the revision to begin at
              state: nothing was changed
              help:  use downgrade
            """);
        assertThat(withoutDatabase("downgrade", "1:2", "--sql").text()).isEqualTo("""
            exit 3
            --- stderr
            error: cannot downgrade to 2: the database is at 1
              state: nothing was changed
              help:  name a revision that is applied, or go up with `upgrade 2`
            """);
    }

    @Test
    void refusesHalfARange() {
        assertThat(withoutDatabase("plan", "base:").text()).isEqualTo("""
            exit 2
            --- stderr
            error: "base:" is not a target
              state: nothing was changed
              help:  write base:head, or --from base --to head
            """);
    }

    @Test
    void refusesItsOptionsOnARealRun() {
        assertThat(onDatabase("upgrade", "--from", "base").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --from is for a script that is written and not run
              state: nothing was changed
              help:  add --sql
            """);
    }

    @Test
    void refusesWhatOnlyADatabaseKnows() {
        project.with("V3__schema.sql", "\n\ncomment on schema ${flyway:defaultSchema} is 'ours';");
        assertThat(withoutDatabase("plan", "2:head").text()).isEqualTo("""
                exit 3
                --- stderr
                error: a script has a fault
                  FOLDER/V3__schema.sql:3: placeholder "flyway:defaultSchema" has no value; give it one: --placeholder flyway:defaultSchema=value, or keep the text as it is: -- placeholders: off at the top, or, once it was applied, placeholderReplacement=false in V3__schema.sql.conf
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(withoutDatabase("plan", "2:head", "--placeholder", "flyway:defaultSchema=public")
                        .out())
                .contains("comment on schema public is 'ours';");
    }

    @Test
    void refusesWhatPsqlWouldReadInAnotherWay() {
        project.with("V3__command.sql", "select 1;\n\\echo hello\nselect 2;").with("R__data.sql", """
            truncate users;
            copy users (name) from stdin;
            it's
            \\.
            """);
        assertThat(withoutDatabase("plan", "2:head").text()).isEqualTo("""
            exit 3
            --- stderr
            error: a script has a fault
              FOLDER/R__data.sql:2: psql cannot pass over the data of a COPY when the script has not changed; use INSERT, or make the script with a database
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
        assertThat(onDatabase("upgrade", "2").exitCode()).isZero();
        project.without("V3__command.sql");
        assertThat(onDatabase("plan").out()).contains("copy users (name) from stdin;\nit's\n\\.\n");
    }

    @Test
    void refusesADatabaseThatARunWouldRefuse() {
        project.execute("create table theirs (id int)");
        assertThat(onDatabase("plan").text()).isEqualTo("""
            exit 3
            --- stderr
            error: database app on localhost:PORT has tables but no history
              found: theirs
              state: nothing was changed
              help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
            """);
        project.run("stamp", "1");
        project.with("V1__users.sql", "create table users ();");
        assertThat(onDatabase("plan").exitCode()).isEqualTo(7);
    }

    /// Nothing answers at this address, so a connection would be noticed.
    private Run withoutDatabase(String... arguments) {
        List<String> all = all(arguments);
        all.addAll(List.of("--locations", "filesystem:" + project.folder()));
        Run run = Run.with(Map.of("DATABASE_URL", "postgresql://nobody@localhost:1/none"), all.toArray(String[]::new));
        String folder = project.folder().toString();
        return new Run(run.exitCode(), run.out(), run.err().replace(folder, "FOLDER"));
    }

    private Run onDatabase(String... arguments) {
        return project.run(all(arguments).toArray(String[]::new));
    }

    private static List<String> all(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--placeholder", "name=nobody"));
        return all;
    }
}
