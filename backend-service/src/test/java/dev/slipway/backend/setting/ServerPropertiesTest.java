package dev.slipway.backend.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.SchemaRevision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerPropertiesTest {
    @Test
    void theGateIsSetAndNothingIsMeasuredTracedOrLoggedUnlessSomebodyAsksForIt() {
        assertThat(ServerProperties.of(new Settings(Map.of())))
                .isEqualTo(Map.of(
                        "schema-gate.revision",
                        SchemaRevision.REQUIRED,
                        "schema-gate.wait-timeout",
                        Duration.ofSeconds(60),
                        "schema-gate.filter",
                        "/api/**",
                        "schema-gate.open",
                        List.of("/api/health", "/api/schema", "/api/schema/report"),
                        "micronaut.server.port",
                        8080,
                        "micronaut.server.netty.access-logger.enabled",
                        false,
                        "micronaut.metrics.enabled",
                        false,
                        "micronaut.otel.enabled",
                        false));
    }

    @Test
    void whatIsMeasuredIsNeverWhereStrangersCome() {
        assertThatThrownBy(() -> ServerProperties.of(new Settings(Map.of("METRICS_PORT", "8080"))))
                .isInstanceOf(SettingException.class)
                .hasMessage("METRICS_PORT does not take \"8080\"; give another port than SERVER_PORT,"
                        + " where strangers come");
    }
}
