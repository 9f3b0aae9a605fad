package dev.slipway.runner.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.model.failure.SlipwayException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardTest {
    private static final List<String> TENANTS =
            IntStream.range(0, 10_000).mapToObj("tenant_%d"::formatted).toList();

    private static int shardOf(String tenant, int count) {
        List<Integer> all = IntStream.range(0, count)
                .filter(index -> new Shard(index, count).has(tenant))
                .boxed()
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void eachTenantIsInOneShardAndShardsAreAboutAsLarge() {
        int[] sizes = new int[20];
        TENANTS.forEach(tenant -> sizes[shardOf(tenant, 20)]++);
        assertThat(Arrays.stream(sizes)).allMatch(size -> size > 400 && size < 600);
    }

    @Test
    void withOneShardMoreOnlyItsOwnTenantsMove() {
        assertThat(TENANTS.stream().filter(tenant -> shardOf(tenant, 20) != shardOf(tenant, 21)))
                .allMatch(tenant -> shardOf(tenant, 21) == 20)
                .hasSizeBetween(380, 580);
    }

    @Test
    void aTenantIsInTheShardInWhichItWasWithFormerVersions() {
        assertThat(TENANTS.stream().limit(8).map(tenant -> shardOf(tenant, 20)))
                .containsExactly(1, 2, 4, 18, 1, 0, 2, 19);
    }

    @Test
    void aPodTakesTheIndexThatItsJobGaveIt() {
        assertThat(Shard.parse("/20", "7")).isEqualTo(new Shard(7, 20));
        assertThat(Shard.parse("3/20", "7")).isEqualTo(new Shard(3, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "20/20", "-1/20", "a/b", "1/0", "/20", "1/9999999"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text, ""))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        e -> assertThat(e.failure().exitCode().code()).isEqualTo(2));
    }
}
