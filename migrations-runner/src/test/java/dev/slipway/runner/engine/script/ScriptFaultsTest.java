package dev.slipway.runner.engine.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with scripts, and what is not.
final class ScriptFaultsTest {
    @TempDir
    private Path folder;

    private GivenFolder given = new GivenFolder(Path.of("."));

    @BeforeEach
    void folder() {
        given = new GivenFolder(folder);
    }

    @Test
    void reportsEveryFaultOfAFolderAtOnce() throws IOException {
        given.write("V1__first.sql", "select 1;");
        given.write("V1.0__again.sql", "select 1;");
        given.write("V2_second.sql", "select 2;");
        given.write("V3__empty.sql", "");
        given.write("V4__blank.sql", " \n\t\n");
        given.write("V5__comments.sql", "-- revises: 4\n\n-- The SQL that leads from 4 to 5 goes here.\n");
        given.write("V6__block.sql", "/* nothing\n yet */\n-- really\n");
        given.write("V7__header.sql", "-- lock_timeout: 2s\n-- transaction: perhaps\nselect 7;");
        Files.writeString(folder.resolve("V8__latin.sql"), "select 'größer';", ISO_8859_1);
        Files.createSymbolicLink(folder.resolve("V9__gone.sql"), folder.resolve("nowhere"));
        given.write("U3__empty.sql", "select -3;");
        given.write("U12__no_such.sql", "select -12;");
        given.write("R__views.sql", "select 1;");
        given.write("more/R__views.sql", "select 2;");
        given.write("R1__views.sql", "select 1;");
        given.write("afterMigrate.sql", "select 1;");
        given.write("V1__first.sql.conf", "executeInTransaction=false");
        given.write("notes.sql", "select 1;");
        assertThat(given.failure()).isEqualTo("""
            USAGE: the scripts have 10 faults
            $/R1__views.sql: a repeatable script has no version before its separator; \
            name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
            $/U12__no_such.sql: there is no script of version 12 that it could undo; \
            add the V script, or correct the version
            $/V1__first.sql: "1" is taken already by $/V1.0__again.sql; \
            give the one that was applied nowhere yet another version, for example `renumber V1__first.sql`
            $/V2_second.sql: "2_second" is not a version: it may have digits, parted by . or _; \
            name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
            $/V5__comments.sql: the script is empty; write its SQL, or delete the file
            $/V7__header.sql:1: unknown header key "lock_timeout"; did you mean "lock-timeout"?
            $/V7__header.sql:2: "perhaps" is neither on nor off; write -- transaction: off
            $/V8__latin.sql: the file is not UTF-8; \
            save it as UTF-8, or name its encoding: FLYWAY_ENCODING=ISO-8859-1
            $/V9__gone.sql: it is a link to a file that does not exist; correct the link, or remove it
            $/more/R__views.sql: "views" is taken already by $/R__views.sql; \
            give one of the two another version or description
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void namesEveryFileWithANul() throws IOException {
        given.write("V1__a.sql", "select 1;\nselect 'gr\u00f6\0';");
        given.write("V2__b.sql", "s\0e\0l\0");
        assertThat(given.failure()).isEqualTo("""
            REFUSED: the scripts have 2 faults
            $/V1__a.sql:2: the byte at offset 22 is NUL; save it as UTF-8 without it
            $/V2__b.sql:1: the byte at offset 1 is NUL; save it as UTF-8 without it
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void refusesOneVersionInTwoLocations() throws IOException {
        given.write("common/V1__a.sql", "select 1;");
        given.write("special/V1__b.sql", "select 2;");
        assertThat(given.failure("filesystem:" + folder.resolve("special"), "filesystem:" + folder.resolve("common")))
                .isEqualTo("""
                    REFUSED: a script has a fault
                    $/common/V1__a.sql: "1" is taken already by $/special/V1__b.sql; \
                    give the one that was applied nowhere yet another version, for example `renumber V1__a.sql`
                    nothing was changed
                    correct what is named above and run the command again\
                    """);
    }

    @Test
    void aMergeNeedsNoSqlAndNeitherDoesWhatTakesItBack() throws IOException {
        given.write("V1__a.sql", "select 1;");
        given.write("V2__b.sql", "-- revises: 1\nselect 2;");
        given.write("V3__c.sql", "-- revises: 1\nselect 3;");
        given.write("V4__merge.sql", "-- revises: 2, 3\n\n-- Joins 2 and 3.\n");
        given.write("U4__merge.sql", "-- Parts 2 and 3 again.\n");
        assertThat(GivenFolder.listed(given.read()))
                .containsExactly(
                        "1: a (V1__a.sql)",
                        "2: b (V2__b.sql)",
                        "3: c (V3__c.sql)",
                        "4: merge (V4__merge.sql)",
                        "U4: merge (U4__merge.sql)");
    }

    @Test
    void aNewFileThatNobodyFilledInIsRefused() throws IOException {
        given.write("V1__a.sql", "-- revises: base\n\n-- The SQL that leads from base to 1 goes here.\n");
        given.write("V2__b.sql", "-- revises: 1\r\n\r\n-- The SQL that leads from 1 to 2 goes here.\r\n-- soon\r\n");
        given.write("U2__b.sql", "-- The SQL that leads back from 2 to 1 goes here.\n");
        assertThat(given.failure()).isEqualTo("""
            REFUSED: the scripts have 3 faults
            $/U2__b.sql: the script is empty; write its SQL, or delete the file
            $/V1__a.sql: the script is empty; write its SQL, or delete the file
            $/V2__b.sql: the script is empty; write its SQL, or delete the file
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void aValueThatNobodyFilledInIsRefused() throws IOException {
        given.write("V1__a.sql", "-- Write = ... here.\n\nupdate users set team_id = ... where team_id is null;\n");
        given.write("V2__b.sql", "update users\nset team_id\n  = ...\nwhere name = '= ...';\n");
        given.write("V3__c.sql", "update users set note = '= ...', more = $$= ...$$; -- = ...\n");
        assertThat(given.failure()).isEqualTo("""
            REFUSED: the scripts have 2 faults
            $/V1__a.sql:3: a choice is open; write a value in place of ...
            $/V2__b.sql:3: a choice is open; write a value in place of ...
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void aChoiceOfWhichNoStatementWasTakenIsRefused() throws IOException {
        String choice = """
            -- Which one? Choose, and take the comment from
            -- a line; until then every command refuses this script.
            %sdelete from a;
            -- delete from b;
            """;
        given.write("V1__a.sql", "create table a (id int);\n\n" + choice.formatted("-- "));
        given.write("V2__b.sql", choice.formatted("") + "\n \t\n" + choice.formatted("-- "));
        given.write("V3__c.sql", choice.formatted("") + "\n-- Done.\n");
        assertThat(given.failure()).isEqualTo("""
            REFUSED: the scripts have 2 faults
            $/V1__a.sql:4: a choice is open; take the comment from a line under it
            $/V2__b.sql:8: a choice is open; take the comment from a line under it
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void anEmptyScriptIsARevisionThatDoesNothing() throws IOException {
        given.write("V1__a.sql", "");
        given.write("V2__b.sql", "-- nothing to do here.\n");
        given.write("V3__c.sql", "/* The SQL that leads from 2 to 3 goes here. */ ;");
        given.write("U2__b.sql", "\uFEFF \r\n");
        given.write("R__views.sql", "-- the view is gone");
        assertThat(GivenFolder.listed(given.read())).hasSize(5);
    }

    @Test
    void whatWasFilledInMayKeepTheLineThatAskedForIt() throws IOException {
        given.write("V1__a.sql", "-- The SQL that leads from base to 1 goes here.\nselect 1;");
        assertThat(GivenFolder.listed(given.read())).containsExactly("1: a (V1__a.sql)");
    }

    @Test
    void faultsOfTheGraphStandAmongTheOthers() throws IOException {
        given.write("V1__a.sql", "-- revises: 3\nselect 1;");
        given.write("V2__b.sql", "\n-- revises: 20\n-- branch-label: heads\nselect 2;");
        given.write("V3__c.sql", "-- revises: 1\n-- The SQL that leads from 1 to 3 goes here.");
        assertThat(given.failure()).isEqualTo("""
            REFUSED: the scripts have 4 faults
            $/V1__a.sql:1: its parents lead back to itself: 1 revises 3 revises 1; take one of these lines out
            $/V2__b.sql:2: it revises 20, but there is no such script; add V20, or name a revision that exists
            $/V2__b.sql:3: "heads" cannot be the name of a branch; write letters, digits and _, a letter first
            $/V3__c.sql: the script is empty; write its SQL, or delete the file
            nothing was changed
            correct what is named above and run the command again\
            """);
    }

    @Test
    void whatCouldBeReadIsThereBesideTheFaults() throws IOException {
        given.write("V1__a.sql", "select 1;");
        given.write("V01__again.sql", "select 1;");
        given.write("V2_wrong.sql", "select 2;");
        LoadedScripts reading = ScriptReader.inspect(new ScriptSource(List.of(Location.parse("filesystem:" + folder))));
        assertThat(GivenFolder.listed(reading.scripts())).containsExactly("01: again (V01__again.sql)");
        assertThat(reading.problems())
                .extracting(ScriptProblem::origin)
                .containsExactly(
                        folder.resolve("V1__a.sql").toString(),
                        folder.resolve("V2_wrong.sql").toString());
    }
}
