package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A repeatable script whose function gets other arguments leaves the old one beside it.
final class OverloadTest {
    private static final String FORMER =
            "create or replace function price(amount int) returns int language sql return amount * 2;\n";
    private static final String NOW =
            "create or replace function price(amount int, tax int default 0) returns int language sql "
                    + "return amount * 2 + tax;\n";
    private static final String DROP = "drop function if exists price(int);\n";

    @RegisterExtension
    private final Project project = new Project();

    private ScriptFolder scripts() {
        return project.scripts().with("V1__a.sql", "create table a (id int primary key);\n");
    }

    private Run upgrade() {
        return project.run("upgrade").masked(project.database(), project.folder());
    }

    private Object functions() {
        return project.query("select count(*) from pg_proc where proname = 'price'");
    }

    @Test
    void aProofTellsOfBothUntilAVersionDropsTheOldOne() {
        scripts().with("R__price.sql", FORMER);
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
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
        assertThat(Proved.on(project.folder()).text()).startsWith(told);
        assertThat(Proved.on(project.folder()).text()).startsWith(told);
        scripts().with("V2__price.sql", DROP);
        Run run = Proved.on(project.folder());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(upgrade().exitCode()).isZero();
        assertThat(functions()).isEqualTo(java.util.List.of("1"));
    }

    @Test
    void aScriptThatDropsTheOldOneItselfIsFine() {
        scripts().with("R__price.sql", FORMER);
        Proved.on(project.folder());
        scripts().with("R__price.sql", DROP + NOW);
        Run run = Proved.on(project.folder());
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
