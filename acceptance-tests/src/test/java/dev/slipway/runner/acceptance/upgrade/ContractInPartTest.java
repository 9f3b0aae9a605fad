package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.ManyRows;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A contract revision that leaves a part of it behind keeps older services and older runners out all the same.
final class ContractInPartTest {
    private static final String USERS =
            "create table users (id int, name text, city text); insert into users values (1, 'ada'), (2, 'ada');";
    private static final String NONE = "";
    private static final String NOTED = "slipway contract: 2";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with("V1__users.sql", USERS);
    }

    @Test
    void isNotedWithItsFirstStatement(@TempDir Path older) {
        fails("drop", """
            -- transaction: off
            -- compat: contract
            alter table users drop city;
            alter table users drop nmae;
            """);
        assertThat(note()).isEqualTo(NOTED);
        ScriptFolder olderImage = new ScriptFolder(older).with("V1__users.sql", USERS);
        assertThat(Run.on(project.database(), olderImage.path(), "upgrade").text())
                .isEqualTo("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              revision 2 (V2__drop.sql) is applied, but there is no such script, and older services cannot run on it (compat: contract)
              state: nothing was changed
              help:  the scripts, or the image that holds them, are likely older than the database: run the newer image, or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`
            """);

        project.with("V2__drop.sql", """
            -- transaction: off
            -- compat: contract
            alter table users drop city;
            alter table users drop name;
            """);
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(note()).isEqualTo(NOTED);
    }

    @Test
    void isNotNotedWhereItsFirstStatementFails() {
        fails("drop", """
            -- transaction: off
            -- compat: contract
            alter table users drop town;
            alter table users drop name;
            """);
        assertThat(note()).isEqualTo(NONE);
    }

    @Test
    void isNotNotedWhereNothingIsLeftOfWhatRanInNoTransaction() {
        fails("unique", """
            -- compat: contract
            create unique index concurrently users_name on users (name);
            """);
        assertThat(note()).isEqualTo(NONE);
        project.execute("delete from users");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(note()).isEqualTo(NOTED);
    }

    @Test
    void isNotedWithItsOwnTransaction() {
        fails("drop", """
            -- transaction: off
            -- compat: contract
            begin;
            alter table users drop city;
            commit;
            select 1 / 0;
            """);
        assertThat(note()).isEqualTo(NOTED);
    }

    @Test
    void staysNotedUntilItsUndoScriptHasEnded() {
        project.with("V2__drop.sql", "-- compat: contract\nalter table users drop city, drop name;")
                .with("U2__drop.sql", """
                    -- transaction: off
                    alter table users add city text;
                    alter table users add name text not null;
                    """);
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.run("downgrade", "1", "--yes").exitCode()).isEqualTo(6);
        assertThat(note()).isEqualTo(NOTED);

        project.execute("delete from users");
        assertThat(project.run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(note()).isEqualTo(NONE);
    }

    @Test
    void staysNotedWhileAnotherContractIsApplied() {
        project.with("V3__later.sql", """
            -- transaction: off
            -- compat: contract
            alter table users drop city;
            alter table users drop nmae;
            """);
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);
        project.with("V2__earlier.sql", "-- compat: contract\nalter table users drop name;")
                .with("V3__later.sql", """
                    -- transaction: off
                    -- compat: contract
                    alter table users drop city;
                    select 1 / 0;
                    """);
        assertThat(project.run("upgrade").text()).contains("applied 2  earlier");
        assertThat(note()).isEqualTo("slipway contract: 2, 3");
    }

    @Test
    void isNotedBeforeItsFirstBatch() {
        ManyRows.in(project.folder());
        fails("backfill", """
            -- batch: id
            -- compat: contract
            update users set n = n / (id - 15000) where n = 0;
            """);
        assertThat(note()).isEqualTo(NOTED);
    }

    @Test
    void isNotedByPsqlBeforeItBegins() {
        Program.require("psql", "postgresql-client-15");
        project.with("V2__drop.sql", """
            -- transaction: off
            -- compat: contract
            alter table users drop city;
            select 1 / 0;
            """);
        assertThat(Psql.run(project.database(), project.run("plan").out()).exitCode())
                .isEqualTo(3);
        assertThat(note()).isEqualTo(NOTED);
    }

    /// The second revision leaves off before its end.
    private void fails(String name, String sql) {
        project.with("V2__%s.sql".formatted(name), sql);
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);
    }

    private String note() {
        return project.query("select obj_description('flyway_schema_history'::regclass)")
                .getFirst();
    }
}
