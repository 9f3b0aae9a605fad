package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `prove` goes on after scripts with which no run could go on.
final class UnreadableScriptsTest {
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void aFolder(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__people.sql", "create table people (id int);")
                .with("U1__people.sql", "drop table people;");
    }

    @AfterEach
    void noDatabaseIsLeft() {
        assertThat(Proved.left()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsFoundAndTheRestIsTried() {
        scripts.with("V2__open.sql", "insert into people values ('1);")
                .with("V3__towns.sql", "create table towns (id int);")
                .with("U3__towns.sql", "drop table towns;")
                .with("V4__named.sql", "create table ${name} (id int);")
                .with("R__rest.sql", "\\connect elsewhere\n");
        assertThat(Proved.on(scripts.path()).text()).isEqualTo("""
            exit 1
            proved 1  people: adds 2 objects  TIME
            note: 3 was tried without 2: it is not proved, since what it builds on is not
            FOLDER/V2__open.sql:1: it cannot be read: the string that begins here does not end
              effect: no database gets past it, and what builds on it is not proved
              remedy: close what is open

            FOLDER/V4__named.sql:1: it cannot be read: placeholder "name" has no value
              effect: no database gets past it, and what builds on it is not proved
              remedy: give it one: --placeholder name=value, or keep the text as it is: -- placeholders: off at the top, \
            or, once it was applied, placeholderReplacement=false in V4__named.sql.conf

            FOLDER/R__rest.sql:1: it cannot be read: only psql understands \\connect
              effect: no database gets past it, and what builds on it is not proved
              remedy: take the line out: a run stays in the database of --url

            3 problems: 4 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aScriptThatFailsOnlyTheSecondTimeKeepsNothingBack() {
        scripts.with("V2__towns.sql", "select lo_create(4711);\ncreate table towns (id int);")
                .with("U2__towns.sql", "drop table towns;")
                .with("V3__names.sql", "alter table towns add name text;")
                .with("U3__names.sql", "alter table towns drop name;");
        assertThat(Proved.on(scripts.path()).text()).isEqualTo("""
            exit 1
            proved 1  people: adds 2 objects  TIME
            proved 2  towns: adds 2 objects; 1 hazard  TIME
            proved 3  names: adds 1 object  TIME
            FOLDER/V2__towns.sql:1: it fails: duplicate key value violates unique constraint \
            "pg_largeobject_metadata_oid_index"
              effect: an upgrade after a downgrade fails
              remedy: let the undo script remove everything the script makes

            FOLDER/V2__towns.sql:1: fails-on-data: duplicate key value violates unique constraint \
            "pg_largeobject_metadata_oid_index"
              effect: the script works on empty tables and fails on filled ones
              remedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md

            2 problems: 3 revisions, 3 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void whatTheDriverCannotRunIsFoundWithTheWayOut() {
        scripts.with("V2__out.sql", "copy people to stdout;")
                .with("V3__in.sql", "-- the rows are missing\ncopy people from stdin")
                .with("V4__open.sql", "copy people from stdin;\n1\n");
        assertThat(Proved.on(scripts.path()).out()).contains("""
            FOLDER/V2__out.sql:1: it fails: nobody reads the rows of a COPY ... TO STDOUT
              hint: let it write to a file of the server, or take it out of the script and run it with psql
              effect: no database gets past it, and what builds on it is not proved
              remedy: correct the script and run `prove` again
            """, """
            note: 3 fails without 2: no rows follow the COPY ... FROM STDIN
            """, """
            FOLDER/V4__open.sql:1: it cannot be read: COPY ... FROM STDIN has no closing \\. line
              effect: no database gets past it, and what builds on it is not proved
              remedy: let a line \\. follow its rows
            """);
    }

    @Test
    void aDateStyleThatTheDriverDoesNotReadIsAFinding() {
        scripts.with("V2__towns.sql", "create table towns (id int);")
                .with("U2__towns.sql", "set datestyle = 'SQL';\ndrop table towns;")
                .with("V3__days.sql", "create table days (day date);\nset datestyle = 'German';")
                .with("V4__later.sql", "-- transaction: off\nset datestyle = 'German';")
                .with("R__days.sql", "set datestyle = 'Postgres';\ncreate or replace view one as select 1;");
        assertThat(Proved.on(scripts.path()).text()).isEqualTo("""
            exit 1
            proved 1  people: adds 2 objects  TIME
            proved 2  towns: adds 2 objects; irreversible: the undo script fails at line 1  TIME
            note: 2 was tried without R__days.sql, which cannot run before it
            note: 4 fails without 3: it sets DateStyle to another than ISO, for which the JDBC driver breaks the connection
            note: R__days.sql fails without 3, 4: it sets DateStyle to another than ISO, for which the JDBC driver breaks the connection
            FOLDER/U2__towns.sql:1: it fails: it sets DateStyle to another than ISO, for which the JDBC driver breaks the connection
              effect: a downgrade of 2 fails
              remedy: correct the undo script

            FOLDER/V3__days.sql:2: it fails: it sets DateStyle to another than ISO, for which the JDBC driver breaks the connection
              hint: let it keep DateStyle at ISO, and convert dates of another form with to_date
              effect: no database gets past it, and what builds on it is not proved
              remedy: correct the script and run `prove` again

            2 problems: 4 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
