package dev.slipway.systemtests.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@RequiresEngine(programs = "podman")
class FleetPodTest {
    private static final int COMPLETIONS = 8;

    /// As those of the file, of which some go first.
    private static final List<String> TENANTS = IntStream.range(0, 30)
            .mapToObj(number -> "tenant_%02d%s".formatted(number, number % 10 == 0 ? " @canary" : ""))
            .toList();

    @Test
    void thePodOfTheCanariesAndThoseOfAllIndicesTogetherDoAllTenants(FleetJob job) {
        job.list(TENANTS);
        job.script("V1__orders.sql", "create table orders (id int primary key);");
        job.script("V2__paid.sql", "alter table orders add paid boolean; select pg_sleep(0.5);");

        Outcome canaries = job.end(job.start("canary", 0));
        assertThat(canaries.exitCode()).isZero();
        assertThat(done(job)).containsExactly("tenant_00", "tenant_10", "tenant_20");

        List<String> pods = new ArrayList<>(
                IntStream.range(0, 3).mapToObj(index -> job.start("all", index)).toList());
        Poll.until("one more tenant is done", () -> done(job).size() > 3);
        job.kill(pods.getFirst());
        IntStream.range(3, COMPLETIONS)
                .mapToObj(index -> job.start("all", index))
                .forEach(pods::add);
        pods.stream().skip(1).forEach(pod -> assertThat(job.end(pod).exitCode()).isZero());

        assertThat(job.end(job.start("all", 0)).exitCode()).isZero();
        assertThat(done(job)).hasSameSizeAs(TENANTS);
    }

    /// The schemas that are at the last version.
    private static List<String> done(FleetJob job) {
        return job.accounts()
                .query("select table_schema from information_schema.columns"
                        + " where table_name = 'orders' and column_name = 'paid' order by 1");
    }
}
