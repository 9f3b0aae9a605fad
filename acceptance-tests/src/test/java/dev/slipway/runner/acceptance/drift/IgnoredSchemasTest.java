package dev.slipway.runner.acceptance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Schemas that others manage.
final class IgnoredSchemasTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void provedScripts() {
        project.with("V1__users.sql", "create table users (id int not null, created_at timestamptz);")
                .with("V2__email.sql", "alter table users add email varchar(254) unique;");
        ProvedScripts.write(project.folder());
    }

    @Test
    void schemasOfOthersAreIgnoredWhenNamed() {
        project.run("upgrade");
        project.execute("create schema billing; create schema \"Audit\"; create table \"Audit\".log (id int)");
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 1
            schema "Audit" is only in the database
              + schema
            schema billing is only in the database
              + schema
            table "Audit".log is only in the database
              + table
            column "Audit".log.id is only in the database
              + integer
            drift: app on localhost:PORT is at 2, and 4 objects are not as proved (- as proved, + in the database)
            no SQL is offered for schema "Audit", "billing", in which no script works: if others look after it, leave it out with --ignore-schema Audit,billing
            """);
        assertThat(project.run("drift", "--ignore-schema", "billing,Audit").exitCode())
                .isZero();
        assertThat(project.run("drift", "--ignore-schema", "billing", "--ignore-schema", "Audit")
                        .exitCode())
                .isZero();
    }

    @Test
    void whatOthersHaveIsNeverDropped() {
        project.run("upgrade");
        project.execute("create schema billing; create table billing.bills (id int); create table notes ()");
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 1
            schema billing is only in the database
              + schema
            table billing.bills is only in the database
              + table
            table public.notes is only in the database
              + table
            column billing.bills.id is only in the database
              + integer
            drift: app on localhost:PORT is at 2, and 4 objects are not as proved (- as proved, + in the database)
            no SQL is offered for schema "billing", in which no script works: if others look after it, leave it out with --ignore-schema billing
            careful: the SQL drops table public.notes, with what is in it
            to make it as it was proved:

            DROP TABLE public.notes;
            """);
    }
}
