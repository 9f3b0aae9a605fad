package dev.slipway.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The guide shows a test that runs.
final class GuideTest {
    private static final Path SHOWN = Path.of("src/test/java/dev/slipway/runner/testing/UsersTest.java");
    private static final Path GUIDE = Path.of("../docs/how-to/test-your-service.md");

    @Test
    void showsOurTest() throws IOException {
        String shown = Files.readString(SHOWN).replace("package dev.slipway.runner.testing;\n\n", """
                ```java
                import dev.slipway.runner.testing.MigratedDatabase;
                import dev.slipway.runner.testing.MigratedDatabases;
                """);
        assertThat(Files.readString(GUIDE)).contains(shown + "```\n");
    }
}
