package dev.slipway.runner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NearMissTest {
    private static final List<String> KNOWN = List.of("revises", "transaction", "lock-timeout", "compat", "url");

    @ParameterizedTest
    @CsvSource({
        "revise, revises",
        "revsies, revises",
        "Transaction, transaction",
        "transactional, transaction",
        "lock_timeout, lock-timeout",
        "LOCKTIMEOUT, lock-timeout",
        "compatt, compat",
        "ur, url",
        "urls, url"
    })
    void findsTheWordThatWasMeant(String given, String meant) {
        assertThat(NearMiss.of(given, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "author", "revision", "trans", "lock", "timeout", "compatible", "ux1", "curly"})
    void findsNothingThatIsFarFromAllWords(String given) {
        assertThat(NearMiss.of(given, KNOWN)).isEmpty();
    }

    @Test
    void prefersTheNearestWord() {
        assertThat(NearMiss.of("SLIPWAY_LOCK_TIMEOU", List.of("SLIPWAY_CLOCK_TIMEOUT", "SLIPWAY_LOCK_TIMEOUT")))
                .contains("SLIPWAY_LOCK_TIMEOUT");
    }
}
