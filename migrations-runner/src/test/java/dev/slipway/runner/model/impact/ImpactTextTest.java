package dev.slipway.runner.model.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.manifest.WorkKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpactTextTest {
    private static Impact impact(WorkKind work, int times, Impact.@Nullable Held held, long wal, int replicas) {
        return new Impact(
                "7",
                "V7__a.sql",
                1,
                work,
                times,
                "public.orders",
                48 * ByteSize.GIGABYTE,
                TimeRange.ofSeconds(840, 1800),
                held,
                wal,
                replicas);
    }

    @Test
    void oneLineTellsHowBadItIs() {
        Impact.Held all = new Impact.Held("public.orders", LockMode.ACCESS_EXCLUSIVE, 1200, 0);
        assertThat(impact(WorkKind.REWRITE, 1, all, 48 * ByteSize.GIGABYTE, 2).text())
                .isEqualTo("7 rewrites public.orders: 48 GB, about 14 to 30 min under ACCESS EXCLUSIVE;"
                        + " 1,200 writes/s would wait; replicas get 48 GB of WAL");
    }

    @Test
    void readersAreToldWhereTheyWait() {
        Impact.Held all = new Impact.Held("public.orders", LockMode.ACCESS_EXCLUSIVE, 1, 30);
        assertThat(impact(WorkKind.CHECK, 1, all, 0, 2).text())
                .isEqualTo("7 checks all rows of public.orders: 48 GB, about 14 to 30 min under ACCESS EXCLUSIVE;"
                        + " 1 write/s and 30 reads/s would wait");
    }

    @Test
    void anotherTableMayBeTheOneThatIsLocked() {
        Impact.Held users = new Impact.Held("public.users", LockMode.SHARE, 0, 0);
        assertThat(impact(WorkKind.WRITE, 1, users, ByteSize.GIGABYTE, 0).text())
                .isEqualTo("7 writes the rows of public.orders: 48 GB, about 14 to 30 min under SHARE on public.users");
    }

    @Test
    void whoLocksNobodyOutIsToldAsWell() {
        assertThat(impact(WorkKind.INDEX, 2, null, 0, 0).text())
                .isEqualTo("7 builds an index on public.orders 2 times: 48 GB, about 14 to 30 min; nobody has to wait");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.04, about 0 s",
        "0.1, 0.4, about 0.1 to 0.4 s",
        "1.25, 12, about 1.3 to 12 s",
        "30, 119, about 30 to 119 s",
        "30, 120, about 0.5 to 2 min",
        "60000, 180000, 'about 1,000 to 3,000 min'"
    })
    void aRangeIsInTheUnitOfItsEnd(double least, double most, String text) {
        assertThat(TimeRange.ofSeconds(least, most).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 MB", "12582912, 12 MB", "1503238553, 1.4 GB", "51539607552, 48 GB"})
    void aSizeIsInPostgresUnits(long bytes, String text) {
        assertThat(ByteSize.text(bytes)).isEqualTo(text);
    }
}
