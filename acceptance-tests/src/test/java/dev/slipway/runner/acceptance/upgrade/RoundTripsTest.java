package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.CountingProxy;
import dev.slipway.runner.acceptance.CountingProxy.Cost;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a run costs a database that is far away, counted on the wire. Time is measured by the benchmarks.
final class RoundTripsTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void nothingToDoIsTheStartupAndThreeMore() throws IOException {
        tables(1, 3);
        project.run("upgrade");
        assertThat(cost()).isEqualTo(new Cost(4, 4));
    }

    @Test
    void nothingToDoCostsTheSameHoweverManyScriptsThereAre() throws IOException {
        tables(1, 40);
        project.run("upgrade");
        assertThat(cost()).isEqualTo(new Cost(4, 4));
    }

    @Test
    void aScriptCostsARoundTripForEachStatementAndTwoMore() throws IOException {
        project.with("V1__first.sql", "create table first (id int)");
        project.run("upgrade");
        Cost nothing = cost();
        tables(2, 2);
        Cost one = cost().minus(nothing);
        tables(3, 102);
        Cost hundred = cost().minus(nothing);
        assertThat(hundred.minus(one)).isEqualTo(new Cost(4, 24).times(99));
    }

    /// What it left is taken, what it changed is read, and the settings of the reading end. Row, fingerprint and commit
    /// are one, as without proof.
    @Test
    void aProvedScriptCostsThreeRoundTripsMore() throws IOException {
        tables(1, 13);
        ProvedScripts.write(project.folder());
        project.run("upgrade", "1");
        Cost one = cost("2");
        Cost eleven = cost("13");
        assertThat(eleven.minus(one)).isEqualTo(new Cost(7, 32).times(10));
    }

    @Test
    void aProvedScriptThatOnlyWritesRowsCostsThreeRoundTripsMore() throws IOException {
        project.with("V1__first.sql", "create table first (id int)");
        for (int number = 2; number <= 13; number++) {
            project.with(
                    "V%d__row_%d.sql".formatted(number, number), "insert into first values (%d)".formatted(number));
        }
        ProvedScripts.write(project.folder());
        project.run("upgrade", "1");
        Cost one = cost("2");
        Cost eleven = cost("13");
        assertThat(eleven.minus(one)).isEqualTo(new Cost(6, 31).times(10));
    }

    @Test
    void aRunOfOneScriptTakesTheLockAndReadsTheHistoryAgain() throws IOException {
        project.with("V1__first.sql", "create table first (id int)");
        project.run("upgrade");
        tables(2, 2);
        assertThat(cost()).isEqualTo(new Cost(11, 37));
    }

    private void tables(int from, int to) {
        for (int number = from; number <= to; number++) {
            project.with(
                    "V%d__table_%d.sql".formatted(number, number),
                    "create table t%1$d (id int);\ncreate index on t%1$d (id);".formatted(number));
        }
    }

    private Cost cost() throws IOException {
        return cost("head");
    }

    /// What the first connection of an `upgrade` costs, which does all but watch for locks.
    private Cost cost(String target) throws IOException {
        try (CountingProxy proxy = new CountingProxy(project.database().server().port())) {
            Run run = Run.with(
                    Map.of(
                            "DATABASE_URL",
                            proxy.url(project.database()),
                            "SLIPWAY_LOCATIONS",
                            "filesystem:" + project.folder()),
                    "upgrade",
                    target);
            assertThat(run.exitCode()).as(run.text()).isZero();
            return proxy.cost(0);
        }
    }
}
