package dev.slipway.workbench.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.cli.Main;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drift is shown with the SQL that mends it.
final class MendTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private Path folder = Path.of(".");

    @BeforeEach
    void provedScripts(@TempDir Path temp) throws IOException {
        folder = temp;
        Files.writeString(temp.resolve("V1__users.sql"), """
            create table users (id int primary key, name text not null);
            do $$ begin
                if to_regrole('reader') is not null then grant select on users to reader; end if;
            end $$;
            """);
        Files.writeString(temp.resolve("U1__users.sql"), "drop view if exists names; drop table users;");
        Files.writeString(temp.resolve("R__names.sql"), "create or replace view names as select name from users;");
        database.server().execute("alter role %s createdb".formatted(database.owner()));
        assertThat(run("prove", "--scratch-url", database.url())).startsWith("exit 0\n");
        assertThat(run("upgrade")).startsWith("exit 0\n");
    }

    @Test
    void theSqlMakesTheDatabaseAsItWasProved() {
        database.execute("""
            drop view names;
            alter table users alter name drop not null;
            create index by_name on users (name);
            """);
        String shown = run("drift", "--scratch-url", database.url());
        // version 15 qualifies the columns of views
        assertThat(shown.replace("SELECT users.name", "SELECT name")).isEqualTo("""
            exit 1
            column public.users.name differs
              - text not null
              + text
            index public.by_name is only in the database
              + CREATE INDEX by_name ON public.users USING btree (name)
            view public.names is missing
              - SELECT name
              -    FROM public.users
            drift: app on localhost:PORT is at 1, and 3 objects are not as proved (- as proved, + in the database)
            to make it as it was proved:

            DROP INDEX public.by_name;

            ALTER TABLE public.users
                ALTER COLUMN name SET NOT NULL;

            CREATE VIEW public.names AS
                SELECT name
               FROM public.users;
            """);
        database.execute(shown.substring(shown.indexOf("proved:\n") + "proved:\n".length()));
        assertThat(run("drift")).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 1, and all 5 objects are as they were proved
            """);
    }

    @Test
    void theSqlTouchesNothingThatIsNoDrift() throws IOException {
        Files.writeString(
                folder.resolve("R__names.sql"), "create or replace view names as select name, id from users;");
        assertThat(run("prove", "--scratch-url", database.url())).startsWith("exit 0\n");
        database.execute("create extension citext; alter table users add nick citext");
        assertThat(run("drift", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            column public.users.nick is only in the database
              + public.citext
            drift: app on localhost:PORT is at 1, and 1 object is not as proved (- as proved, + in the database)
            not compared: what repeatable scripts made that did not run as they were proved: names
            careful: the SQL drops column public.users.nick, with what is in it
            the SQL below was not tried, since the same drift cannot be made on a scratch database: type "public.citext" does not exist
            to make it as it was proved:

            ALTER TABLE ONLY public.users
                DROP COLUMN nick;
            """);
    }

    @Test
    void partitionsThatNoScriptMadeAreKept() throws IOException {
        Files.writeString(folder.resolve("V2__events.sql"), "create table events (day date) partition by range (day);");
        assertThat(run("prove", "--scratch-url", database.url())).startsWith("exit 0\n");
        assertThat(run("upgrade")).startsWith("exit 0\n");
        database.execute("create table events_2030 partition of events for values from ('2030-01-01') to (maxvalue);"
                + "create index by_name on users (name)");
        assertThat(run("drift", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            table public.events_2030 is only in the database
              + table partition of public.events FOR VALUES FROM ('2030-01-01') TO (MAXVALUE)
            column public.events_2030.day is only in the database
              + date inherited
            index public.by_name is only in the database
              + CREATE INDEX by_name ON public.users USING btree (name)
            drift: app on localhost:PORT is at 2, and 3 objects are not as proved (- as proved, + in the database)
            no SQL is offered for partitions that no script made: public.events_2030
            to make it as it was proved:

            DROP INDEX public.by_name;
            """);
    }

    @Test
    void whatTheSqlDoesNotMendIsSaid() {
        database.execute("alter table users replica identity full; create table notes (id int)");
        assertThat(run("drift", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            table public.notes is only in the database
              + table
            table public.users differs
              - table
              + table replica identity full
            column public.notes.id is only in the database
              + integer
            drift: app on localhost:PORT is at 1, and 3 objects are not as proved (- as proved, + in the database)
            careful: the SQL drops table public.notes, with what is in it
            to be mended by hand: table public.users
            to make it as it was proved:

            DROP TABLE public.notes;
            """);
        database.execute("drop table notes");
        assertThat(run("drift", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            table public.users differs
              - table
              + table replica identity full
            drift: app on localhost:PORT is at 1, and 1 object is not as proved (- as proved, + in the database)
            to be mended by hand: table public.users
            """);
    }

    @Test
    void sqlThatFailsIsShownAsSuch() throws IOException {
        Files.writeString(
                folder.resolve("R__names.sql"), "create or replace view names as select name, id from users;");
        assertThat(run("prove", "--scratch-url", database.url())).startsWith("exit 0\n");
        database.execute("alter table users rename name to title");
        assertThat(run("drift", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            column public.users.name is missing
              - text not null
            column public.users.title is only in the database
              + text not null
            drift: app on localhost:PORT is at 1, and 2 objects are not as proved (- as proved, + in the database)
            not compared: what repeatable scripts made that did not run as they were proved: names
            careful: the SQL drops column public.users.title, with what is in it
            the SQL below fails at `DROP VIEW public.names;`, and needs a hand: view "names" does not exist
            to make it as it was proved:

            DROP VIEW public.names;

            ALTER TABLE ONLY public.users
                DROP COLUMN title;

            ALTER TABLE public.users
                ADD COLUMN name text NOT NULL;
            """);
    }

    @Test
    void rightsAreComparedWithThoseThatTheScriptsGive() {
        database.server().execute("do $$ begin create role reader; exception when duplicate_object then end $$");
        database.execute("grant insert on users to reader");
        assertThat(run("drift")).startsWith("exit 0\n");
        assertThat(run("drift", "--grants", "--scratch-url", database.url())).isEqualTo("""
            exit 1
            grant table public.users to reader differs
              - SELECT
              + INSERT
            drift: app on localhost:PORT is at 1, and 1 object is not as proved (- as proved, + in the database)
            privileges are granted and revoked by hand
            """);
        // on the server of the workbench, where the role has to be made first
        database.execute("grant select on users to reader; revoke insert on users from reader");
        assertThat(run("drift", "--grants")).isEqualTo("""
            exit 0
            no drift: app on localhost:PORT is at 1, and all 6 objects are as they were proved
            """);
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations=filesystem:" + folder);
        Map<String, String> environment =
                arguments[0].equals("prove") ? Map.of() : Map.of("DATABASE_URL", database.url());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exitCode = Main.run(all, environment, stream, stream);
        return "exit %d\n%s"
                .formatted(exitCode, bytes.toString(StandardCharsets.UTF_8))
                .replaceAll("\\b" + database.name() + "\\b", "app")
                .replaceAll("localhost:\\d+", "localhost:PORT");
    }
}
