package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A tenant among others is held to what was proved in `public`, under the name of its own schema.
final class TenantProofTest {
    private static final String HOSTILE = "Aß \"x\".y -- z";

    private static final String REFUSED = """
            --- stderr
            b: error: the schema of database app on localhost:PORT matches no revision
              1 object differs from 3 (- as proved, + in the database):
                column b.people.more is only in the database
                  + integer
              23 objects differ from 2:
                type b.mood is only in the database
                domain b.address is only in the database
                sequence b.numbers is only in the database
                function b.first_mood(b.posts) is only in the database
                function b.touch() is only in the database
                and 18 more; --format json has all
              24 objects differ from 1:
                type b.mood is only in the database
                domain b.address is only in the database
                sequence b.numbers is only in the database
                function b.first_mood(b.posts) is only in the database
                function b.touch() is only in the database
                and 19 more; --format json has all
              state: nothing was changed
              help:  make the database like 3 and adopt it again, or write a revision that does what was done by hand; `stamp 3` records 3 whatever the schema is
            """;

    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @BeforeEach
    void scriptsOfAllKinds() {
        project.with("V3__kinds.sql", """
                    grant usage on schema public to current_user;
                    create schema if not exists shared;
                    create extension if not exists citext schema shared;
                    create type mood as enum ('low', 'high');
                    create domain address as text check (value like '%@%');
                    create sequence numbers;
                    create table posts (
                        id serial primary key,
                        number int not null default nextval('numbers'),
                        owner int references people (id) on delete cascade,
                        mood mood not null default 'low',
                        address address,
                        tags shared.citext[],
                        note text default 'public'
                    );
                    create index posts_owner on posts (owner);
                    create index posts_mood on posts (mood) where mood = 'high';
                    create view high_posts as select p.id, people.name from posts p join people on people.id = p.owner
                        where p.mood = 'high'::mood;
                    create materialized view counted as select mood, count(*) from posts group by mood;
                    create function touch() returns trigger language plpgsql as
                        $$ begin insert into people values (new.id, '${flyway:defaultSchema}.posts'); return new; end $$;
                    create trigger touch after insert on posts for each row execute function touch();
                    create function first_mood(posts) returns mood language sql as 'select mood from posts limit 1';
                    alter table posts enable row level security;
                    create policy own on posts using (exists (select from people where people.id = owner));
                    comment on table posts is 'beside ${flyway:defaultSchema}.people';
                    """)
                .with("R__active.sql", "create or replace view active as select * from people where name is not null;");
        assertThat(project.run("prove").exitCode()).isZero();
    }

    @Test
    void aTenantIsHeldToTheProof() throws IOException {
        String list = tenants.list("a", "b", "\"" + HOSTILE.replace("\"", "\"\"") + "\"");
        assertThat(tenants.run("upgrade", "2", "--tenants", list).exitCode()).isZero();
        project.execute("alter table b.people add note text");
        assertThat(tenants.run("upgrade", "--tenants", list, "--parallel", "1", "-v")
                        .text())
                .isEqualTo("""
            exit 3
            a: applied 2 scripts, is at 3  TIME
            Aß "x".y -- z: applied 2 scripts, is at 3  TIME
            3 tenants in TIME
              2  applied 2 scripts, is at 3
              1  failed (3): the schema of database app on localhost:PORT is not the one that was proved for 2
            --- stderr
            b: error: the schema of database app on localhost:PORT is not the one that was proved for 2
              1 object differs (- as proved, + in the database):
                column b.people.note is only in the database
                  + text
              state: nothing was changed
              help:  take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on
            """);
    }

    @Test
    void whoDiffersFromTheProofIsGroupedByHow() throws IOException {
        String list = tenants.list("a", "b", "c", "d", "\"" + HOSTILE.replace("\"", "\"\"") + "\"");
        assertThat(tenants.run("upgrade", "--tenants", list).exitCode()).isZero();
        project.execute("alter table d.people add note text");
        project.execute("drop trigger touch on a.posts; alter table a.posts alter mood set default 'high'");
        project.execute("drop trigger touch on c.posts; alter table c.posts alter mood set default 'high'");
        assertThat(tenants.run("drift", "--tenants", list).text()).isEqualTo("""
            exit 1
            5 tenants in TIME
              2  drift, is at 3: column posts.mood differs; trigger posts.touch is missing (a, c)
              2  no drift, is at 3
              1  drift, is at 3: column people.note is only in the database (d)
            """);
        project.execute("alter table d.people drop note; drop trigger touch on d.posts");
        assertThat(tenants.run("drift", "--url", project.database().url() + "?currentSchema=d")
                        .text())
                .isEqualTo("""
            exit 1
            trigger d.posts.touch is missing
              - CREATE TRIGGER touch AFTER INSERT ON d.posts FOR EACH ROW EXECUTE FUNCTION d.touch()
            drift: app on localhost:PORT is at 3, and 1 object is not as proved (- as proved, + in the database)
            to make it as it was proved:

            CREATE TRIGGER touch
                AFTER INSERT ON d.posts
                FOR EACH ROW
                EXECUTE PROCEDURE d.touch();
            """);
        assertThat(tenants.run("check", "--url", project.database().url() + "?currentSchema=d")
                        .text())
                .isEqualTo("""
            exit 1
            app on localhost:PORT: the schema of database app on localhost:PORT is not the one that was proved for 3: 1 object differs (- as proved, + in the database):
                trigger d.posts.touch is missing
                  - CREATE TRIGGER touch AFTER INSERT ON d.posts FOR EACH ROW EXECUTE FUNCTION d.touch()
              effect: `upgrade` is refused with exit code 3 if something is pending
              remedy: take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on

            1 problem: 3 revisions, 1 head; app on localhost:PORT is at 3
            """);
        assertThat(tenants.run("drift", "--tenants", list, "--grants").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --grants is for one database
              state: nothing was changed
              help:  leave it out, or run `drift` for the tenants one by one
            """);
    }

    @Test
    void tenantsThatOthersMadeAreAdopted() throws IOException {
        String list = tenants.list("a", "b", "c", "d");
        assertThat(tenants.run("upgrade", "--tenants", list).exitCode()).isZero();
        project.execute(
                "drop table a.flyway_schema_history, b.flyway_schema_history; alter table b.people add more int;"
                        + " drop schema d cascade");
        assertThat(tenants.run("adopt", "--tenants", list, "--dry-run", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 3
            4 tenants in TIME
              1  would be adopted, is at 3
              1  failed (3): the schema of database app on localhost:PORT matches no revision
              1  nothing to adopt, is at 3
              1  nothing to adopt: empty
            """ + REFUSED);
        assertThat(tenants.run("adopt", "--tenants", list, "--parallel", "1").text())
                .isEqualTo("""
            exit 3
            a: adopted, is at 3  TIME
            4 tenants in TIME
              1  adopted, is at 3
              1  failed (3): the schema of database app on localhost:PORT matches no revision
              1  nothing to adopt, is at 3
              1  nothing to adopt: empty
            """ + REFUSED);
    }
}
