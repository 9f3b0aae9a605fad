package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A repeatable script whose function gets other arguments leaves the old one beside it.
final class OverloadTest {
    private static final String FORMER =
            "create or replace function price(amount int) returns int language sql return amount * 2;\n";
    private static final String NOW =
            "create or replace function price(amount int, tax int default 0) returns int language sql "
                    + "return amount * 2 + tax;\n";
    private static final String DROP = "drop function if exists price(int);\n";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @TempDir
    private Path folder;

    private ScriptFolder scripts() {
        return new ScriptFolder(folder).with("V1__a.sql", "create table a (id int primary key);\n");
    }

    private Run upgrade() {
        return Run.on(database, folder, "upgrade").masked(database, folder);
    }

    private Object functions() {
        return database.query("select count(*) from pg_proc where proname = 'price'");
    }

    @Test
    void aProofTellsOfBothUntilAVersionDropsTheOldOne() {
        scripts().with("R__price.sql", FORMER);
        assertThat(Proved.on(folder).exitCode()).isZero();
        upgrade();
        scripts().with("R__price.sql", NOW);
        String told = """
            exit 1
            FOLDER/R__price.sql: function public.price(integer), which it made before, stays on every database \
            that has it, beside function public.price(integer, integer)
              effect: a call can reach the old one there, or fails since it fits to both
              remedy: drop it in a version (drop routine if exists public.price(integer)), or let the script \
            make both

            """;
        assertThat(Proved.on(folder).text()).startsWith(told);
        assertThat(Proved.on(folder).text()).startsWith(told);
        scripts().with("V2__price.sql", DROP);
        Run run = Proved.on(folder);
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(upgrade().exitCode()).isZero();
        assertThat(functions()).isEqualTo(java.util.List.of("1"));
    }

    @Test
    void aScriptThatDropsTheOldOneItselfIsFine() {
        scripts().with("R__price.sql", FORMER);
        Proved.on(folder);
        scripts().with("R__price.sql", DROP + NOW);
        Run run = Proved.on(folder);
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    @Test
    void anUpgradeSaysThatBothAreThere() {
        scripts().with("R__price.sql", FORMER);
        upgrade();
        scripts().with("R__price.sql", NOW);
        Run run = upgrade();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("R__price.sql made public.price(integer, integer) beside public.price(integer), "
                        + "which stays: drop that in a version (drop routine if exists public.price(integer))");
        scripts().with("R__price.sql", FORMER + NOW + "select 1;\n");
        assertThat(upgrade().out()).doesNotContain("beside");
        scripts().with("R__price.sql", FORMER + NOW + NOW.replace("int default 0", "text"));
        assertThat(upgrade().out()).doesNotContain("beside");
    }
}
