package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guide shows the examples as they are built.
final class GuardGuideTest {
    @ParameterizedTest
    @CsvSource({
        "java, plain-java/src/main/java/org/example/orders/OrderService.java",
        "java, spring-boot/src/main/java/org/example/shop/SchemaHealthIndicator.java",
        "properties, spring-boot/src/main/resources/application.properties",
        "sql, python/schema_gate.sql",
        "python, python/service.py"
    })
    void showsTheExample(String language, String file) throws IOException {
        assertThat(Files.readString(Path.of("../docs/how-to/guard-your-service.md")))
                .contains("```%s\n%s```\n".formatted(language, Files.readString(Path.of("../examples", file))));
    }
}
