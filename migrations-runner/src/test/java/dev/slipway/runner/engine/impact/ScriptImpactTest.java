package dev.slipway.runner.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.impact.ByteSize;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.impact.TableSize;
import dev.slipway.runner.model.impact.TableSizes;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The arithmetic, exactly; that the figures are not far from life is measured by `benchmarks/run impact`.
final class ScriptImpactTest {
    private static final long GIGABYTE = ByteSize.GIGABYTE;
    private static final TableSizes SIZES = new TableSizes(
            Map.of(
                    "orders", new TableSize(8 * GIGABYTE, 2 * GIGABYTE, 4 * GIGABYTE, 3, 1200.4, 30),
                    "users", new TableSize(GIGABYTE, 0, 0, 0, 7, 5000),
                    "small", new TableSize(ScriptImpact.SMALL - 8192, 0, 0, 0, 9, 9)),
            2);

    private static ScriptImpact script(TableWork... works) {
        return new ScriptImpact(
                new Script.Versioned(
                        Version.of("7"), "a", new ScriptFile("V7__a.sql", "V7__a.sql", "select 1"), Header.NONE),
                List.of(works),
                SIZES,
                EarlierRuns.NONE);
    }

    private static TableWork work(int line, int transaction, WorkKind kind, String table, Map<String, LockMode> locks) {
        return new TableWork(line, transaction, kind, table, new TreeMap<>(locks));
    }

    private static Map<String, LockMode> exclusive(String table) {
        return Map.of(table, LockMode.ACCESS_EXCLUSIVE);
    }

    @Test
    void whatIsRewrittenGetsItsIndexesAnew() {
        Speed rewrite = Speed.of(WorkKind.REWRITE);
        Speed index = Speed.of(WorkKind.INDEX);

        assertThat(script(work(1, 0, WorkKind.REWRITE, "orders", exclusive("orders")))
                        .impacts())
                .containsExactly(new Impact(
                        "7",
                        "V7__a.sql",
                        1,
                        WorkKind.REWRITE,
                        1,
                        "orders",
                        14 * GIGABYTE,
                        TimeRange.ofSeconds(
                                10 * rewrite.least() + 16 * index.least(), 10 * rewrite.most() + 16 * index.most()),
                        new Impact.Held("orders", LockMode.ACCESS_EXCLUSIVE, 1200, 30),
                        14 * GIGABYTE,
                        2));
    }

    @ParameterizedTest
    @EnumSource(
            value = WorkKind.class,
            names = {"SCAN", "CHECK", "FOREIGN_KEY", "INDEX"})
    void whatReadsRowsGoesThroughTheHeap(WorkKind kind) {
        assertThat(Speed.time(kind, SIZES.find("orders").orElseThrow()))
                .isEqualTo(TimeRange.ofSeconds(
                        8 * Speed.of(kind).least(), 8 * Speed.of(kind).most()));
    }

    @Test
    void twoIndexesTakeTwiceAsLongAndShareALine() {
        TableWork index = work(1, 0, WorkKind.INDEX, "orders", Map.of("orders", LockMode.SHARE));
        Impact both = script(index, index).impacts().getFirst();

        assertThat(script(index, index).impacts()).hasSize(1);
        assertThat(both.times()).isEqualTo(2);
        assertThat(both.held()).isEqualTo(new Impact.Held("orders", LockMode.SHARE, 1200, 0));
        TimeRange once = script(index).impacts().getFirst().time();
        assertThat(both.time()).isEqualTo(once.plus(once));
    }

    @Test
    void smallAndUnknownTablesAreNotTold() {
        ScriptImpact script = script(
                work(1, 0, WorkKind.REWRITE, "small", exclusive("small")),
                work(2, 0, WorkKind.REWRITE, "unknown", exclusive("unknown")));

        assertThat(script.impacts()).isEmpty();
        assertThat(script.locked(_ -> true)).isEmpty();
    }

    @Test
    void aTableIsLockedUntilItsTransactionEnds() {
        TableWork scan = work(1, 0, WorkKind.SCAN, "users", exclusive("small"));
        TableWork check = work(2, 0, WorkKind.CHECK, "orders", exclusive("small"));
        TableWork later = work(3, 1, WorkKind.CHECK, "users", exclusive("small"));

        assertThat(script(scan, check, later).locked(_ -> true))
                .isEqualTo(Map.of(
                        "small",
                        Speed.time(WorkKind.SCAN, SIZES.find("users").orElseThrow())
                                .plus(Speed.time(
                                        WorkKind.CHECK, SIZES.find("orders").orElseThrow()))));
        assertThat(script(scan, check, later).locked(work -> work.line() == 3))
                .isEqualTo(Map.of(
                        "small", Speed.time(WorkKind.CHECK, SIZES.find("users").orElseThrow())));
    }

    @Test
    void ofOtherTablesThatAreLockedTheBusiestIsTold() {
        Map<String, LockMode> locks =
                Map.of("users", LockMode.ACCESS_EXCLUSIVE, "small", LockMode.SHARE, "unknown", LockMode.SHARE);

        assertThat(script(work(1, 0, WorkKind.SCAN, "orders", locks))
                        .impacts()
                        .getFirst()
                        .held())
                .isEqualTo(new Impact.Held("users", LockMode.ACCESS_EXCLUSIVE, 7, 5000));
        assertThat(script(work(1, 0, WorkKind.SCAN, "orders", Map.of()))
                        .impacts()
                        .getFirst()
                        .held())
                .isNull();
    }
}
