package dev.slipway.runner.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FleetLimitsTest {
    private final List<Tenant> tenants = Stream.of(
                    "one/a", "one/b", "one/c", "one/d", "two/a", "two/b", "one/e", "three/a")
            .map(FleetLimitsTest::tenant)
            .toList();

    private static Tenant tenant(String place) {
        return new Tenant(place, ConnectionSettings.listed("postgresql://" + place, Map.of()));
    }

    @Test
    void noServerHasMoreThanItsShareAndAllHaveSome() {
        Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        CountDownLatch servers = new CountDownLatch(3);
        TenantWork work = (tenant, open) -> {
            AtomicInteger here = atOnce.computeIfAbsent(tenant.settings().server(), server -> {
                servers.countDown();
                return new AtomicInteger();
            });
            assertThat(here.incrementAndGet()).isEqualTo(1);
            assertThat(await(servers)).isTrue();
            here.decrementAndGet();
            return TenantResult.unchanged(ExitCode.DONE, "done", tenant);
        };
        List<TenantOutcome> outcomes =
                Fleet.run(tenants, new FleetLimits(3, 1, Integer.MAX_VALUE, null), work, _ -> {}, _ -> {});
        assertThat(outcomes)
                .extracting(TenantOutcome::tenant)
                .containsExactlyElementsOf(tenants.stream().map(Tenant::name).toList());
        assertThat(outcomes).extracting(TenantOutcome::exitCode).containsOnly(ExitCode.DONE);
    }

    private static boolean await(CountDownLatch servers) {
        try {
            return servers.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
