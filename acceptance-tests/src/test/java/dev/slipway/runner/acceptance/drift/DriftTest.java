package dev.slipway.runner.acceptance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What somebody did by hand is shown.
@Tag("matrix")
final class DriftTest {
    private static final String LATEST = """
        create function latest() returns timestamptz language plpgsql as $$
        declare
            found timestamptz;
        begin
            select max(created_at) into found
            from users;
            if found is null then
                raise exception 'nobody yet';
            end if;
            return found;
        end
        $$;
        """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void provedScripts() {
        project.with("V1__users.sql", "create table users (id int not null, created_at timestamptz);")
                .with("V2__email.sql", "alter table users add email varchar(254) unique;" + LATEST)
                .with("R__mails.sql", "create or replace view mails as select email from users;");
        ProvedScripts.write(project.folder());
    }

    @Test
    void whatTheScriptsMadeIsNoDrift() {
        project.run("upgrade");
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 2, and all 7 objects are as they were proved
            """);
        assertThat(project.run("drift", "--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "schema": "public",
                "position": [
                  "2"
                ],
                "ahead": [],
                "objects": 7,
                "differences": [],
                "accepted": [],
                "notCompared": [],
                "varying": [],
                "unknownOptions": [],
                "mend": null,
                "remarks": []
              }
            }
            """);
    }

    /// A server may keep options in its catalog that no other has.
    @Test
    void optionsOfWhichNothingIsKnownAreNoDriftAndAreNamed() throws SQLException {
        project.run("upgrade");
        try (Connection connection = project.database()
                        .server()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                update pg_attribute set attoptions = '{pg_new=1}'
                where attrelid in ('users'::regclass, 'mails'::regclass) and attnum > 0
                """);
        }
        assertThat(project.run("drift", "--verbose").text()).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 2, and all 7 objects are as they were proved
            not compared, since nothing is known of it: option "pg_new" of column public.mails.email and 3 more
            """);
    }

    @Test
    void whatWasDoneByHandIsShown() {
        project.run("upgrade");
        project.execute("""
            drop view mails;
            create index by_email on users (email);
            alter table users alter id drop not null;
            alter table users add nickname text;
            """);
        project.execute(
                LATEST.replace("create function", "create or replace function").replace("nobody yet", "nobody"));
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 1
            function public.latest() differs
                ...
                    from users;
                    if found is null then
              -         raise exception 'nobody yet';
              +         raise exception 'nobody';
                    end if;
                    return found;
                ...
            column public.users.id differs
              - integer not null
              + integer
            column public.users.nickname is only in the database
              + text
            index public.by_email is only in the database
              + CREATE INDEX by_email ON public.users USING btree (email)
            view public.mails is missing
              - SELECT email
              -    FROM public.users
            drift: app on localhost:PORT is at 2, and 5 objects are not as proved (- as proved, + in the database)
            careful: the SQL drops column public.users.nickname, with what is in it
            to make it as it was proved:

            DROP INDEX public.by_email;

            ALTER TABLE ONLY public.users
                DROP COLUMN nickname;

            ALTER TABLE public.users
                ALTER COLUMN id SET NOT NULL;

            CREATE OR REPLACE FUNCTION public.latest() RETURNS timestamp with time zone
                LANGUAGE plpgsql
                AS $$
            declare
                found timestamptz;
            begin
                select max(created_at) into found
                from users;
                if found is null then
                    raise exception 'nobody yet';
                end if;
                return found;
            end
            $$;

            CREATE VIEW public.mails AS
                SELECT email
               FROM public.users;
            """);
        assertThat(project.run("drift", "--format", "json").text()).isEqualTo("""
            exit 1
            {
              "exitCode": 1,
              "result": {
                "database": "app on localhost:PORT",
                "schema": "public",
                "position": [
                  "2"
                ],
                "ahead": [],
                "objects": 7,
                "differences": [
                  {
                    "kind": "function",
                    "name": "public.latest()",
                    "proved": "CREATE OR REPLACE FUNCTION public.latest()\\n RETURNS timestamp with time zone\\n LANGUAGE plpgsql\\nAS $function$\\ndeclare\\n    found timestamptz;\\nbegin\\n    select max(created_at) into found\\n    from users;\\n    if found is null then\\n        raise exception 'nobody yet';\\n    end if;\\n    return found;\\nend\\n$function$",
                    "live": "CREATE OR REPLACE FUNCTION public.latest()\\n RETURNS timestamp with time zone\\n LANGUAGE plpgsql\\nAS $function$\\ndeclare\\n    found timestamptz;\\nbegin\\n    select max(created_at) into found\\n    from users;\\n    if found is null then\\n        raise exception 'nobody';\\n    end if;\\n    return found;\\nend\\n$function$"
                  },
                  {
                    "kind": "column",
                    "name": "public.users.id",
                    "proved": "integer not null",
                    "live": "integer"
                  },
                  {
                    "kind": "column",
                    "name": "public.users.nickname",
                    "proved": null,
                    "live": "text"
                  },
                  {
                    "kind": "index",
                    "name": "public.by_email",
                    "proved": null,
                    "live": "CREATE INDEX by_email ON public.users USING btree (email)"
                  },
                  {
                    "kind": "view",
                    "name": "public.mails",
                    "proved": "SELECT email\\n   FROM public.users",
                    "live": null
                  }
                ],
                "accepted": [],
                "notCompared": [],
                "varying": [],
                "unknownOptions": [],
                "mend": "DROP INDEX public.by_email;\\n\\nALTER TABLE ONLY public.users\\n    DROP COLUMN nickname;\\n\\nALTER TABLE public.users\\n    ALTER COLUMN id SET NOT NULL;\\n\\nCREATE OR REPLACE FUNCTION public.latest() RETURNS timestamp with time zone\\n    LANGUAGE plpgsql\\n    AS $$\\ndeclare\\n    found timestamptz;\\nbegin\\n    select max(created_at) into found\\n    from users;\\n    if found is null then\\n        raise exception 'nobody yet';\\n    end if;\\n    return found;\\nend\\n$$;\\n\\nCREATE VIEW public.mails AS\\n    SELECT email\\n   FROM public.users;",
                "remarks": [
                  "careful: the SQL drops column public.users.nickname, with what is in it"
                ]
              }
            }
            """);
    }

    @Test
    void repeatableScriptsCountFromTheirRunOn() {
        project.run("upgrade", "2");
        project.execute("create view mails as select 1 as one");
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 2, and all 6 objects are as they were proved
            not compared: what repeatable scripts made that did not run as they were proved: mails
            """);
    }

    @Test
    void aPositionInTheMiddleHasItsOwnSchema() {
        project.run("upgrade", "1");
        assertThat(project.run("drift").text()).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 1, and all 3 objects are as they were proved
            not compared: what repeatable scripts made that did not run as they were proved: mails
            """);
    }
}
