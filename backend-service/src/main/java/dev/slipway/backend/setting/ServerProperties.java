package dev.slipway.backend.setting;

import dev.slipway.model.SchemaRevision;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the variables of the service mean in Micronaut's own settings.
///
/// What is seen from outside costs nothing as long as nobody asks for it: without `METRICS_PORT` nothing is measured,
/// without `OTEL_EXPORTER_OTLP_ENDPOINT` nothing is traced, and without `ACCESS_LOG` no request is logged.
public final class ServerProperties {
    private static final int MOST = 65_535;

    private ServerProperties() {}

    public static Map<String, Object> of(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        int port = settings.number("SERVER_PORT", 8080, -1, MOST);
        properties.put("micronaut.server.port", port);
        properties.put(
                "micronaut.server.netty.access-logger.enabled",
                settings.choice("ACCESS_LOG", List.of("false", "true")).equals("true"));
        settings.choice("LOG_FORMAT", List.of("text", "json")); // which logback reads by itself
        properties.putAll(gate(settings));
        properties.putAll(metrics(settings, port));
        properties.putAll(traces(settings));
        return properties;
    }

    /// `/api/health` and `/api/schema` tell what is the matter.
    private static Map<String, Object> gate(Settings settings) {
        Duration patience =
                settings.duration("SCHEMA_WAIT_TIMEOUT", Duration.ofSeconds(60), Duration.ZERO, Duration.ofDays(1));
        return Map.of(
                "schema-gate.revision",
                SchemaRevision.REQUIRED,
                "schema-gate.wait-timeout",
                patience,
                "schema-gate.filter",
                "/api/**",
                "schema-gate.open",
                List.of("/api/health", "/api/schema", "/api/schema/report"));
    }

    private static Map<String, Object> metrics(Settings settings, int serverPort) {
        int port = settings.number("METRICS_PORT", 0, 1, MOST);
        if (port != 0 && port == serverPort) {
            throw new SettingException(
                    "METRICS_PORT does not take \"%d\"; give another port than SERVER_PORT, where strangers come"
                            .formatted(port));
        }
        return port == 0
                ? Map.of("micronaut.metrics.enabled", false)
                : Map.of("micronaut.metrics.enabled", true, "metrics.port", port);
    }

    private static Map<String, Object> traces(Settings settings) {
        return settings.text("OTEL_EXPORTER_OTLP_ENDPOINT")
                .<Map<String, Object>>map(endpoint -> Map.of(
                        "micronaut.otel.enabled",
                        true,
                        "otel.traces.exporter",
                        "otlp",
                        "otel.exporter.otlp.endpoint",
                        address(endpoint),
                        "otel.exporter.otlp.protocol",
                        settings.choice("OTEL_EXPORTER_OTLP_PROTOCOL", List.of("http/protobuf", "grpc"))))
                .orElse(Map.of("micronaut.otel.enabled", false));
    }

    private static String address(String text) {
        try {
            URI address = URI.create(text.strip());
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address.toString();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new SettingException(
                "OTEL_EXPORTER_OTLP_ENDPOINT does not take \"%s\"; give an address such as http://collector:4318"
                        .formatted(text));
    }
}
