package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The images bring a Java of their own, on a base that has none.
@RequiresEngine
class ImagesTest {
    /// Named by classes that are never loaded: `PGpoint.toPoint` of the driver, `Log4j2Metrics` of Micrometer.
    private static final String NEVER_LOADED = "java.desktop";

    @BeforeAll
    static void build() {
        Images.build();
    }

    /// All layers, unpacked, with the base, Java and the AOT cache.
    @ParameterizedTest
    @CsvSource({Images.RUNNER + ", 90", Images.BACKEND + ", 160"})
    void areSmall(String image, int megabytes) {
        long bytes = Long.parseLong(Engine.docker("image", "inspect", "--format", "{{.Size}}", image));

        assertThat(bytes).isLessThanOrEqualTo(megabytes * 1_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {Images.RUNNER, Images.BACKEND})
    void readTheNamesOfFilesAsUtf8(String image) {
        String settings = Engine.docker(
                "run", "--rm", "--network=none", "--entrypoint=java", image, "-XshowSettings:properties", "-version");

        assertThat(settings.lines().map(String::strip))
                .contains("native.encoding = UTF-8", "sun.jnu.encoding = UTF-8", "stdout.encoding = UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"migrations-runner", "backend-service"})
    void haveTheModulesThatTheirJarsName(String module) {
        String jar = Command.ROOT
                .resolve("%s/target/%s.jar".formatted(module, module))
                .toString();

        assertThat(modulesOf(module)).containsAll(named(jar));
    }

    private static List<String> modulesOf(String module) {
        return Command.read(module + "/src/build/modules.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> named(String jar) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(writer, writer, "--ignore-missing-deps", "--multi-release", "25", "--print-module-deps", jar);
        assertThat(code).as(output.toString()).isEqualTo(0);
        return Stream.of(output.toString().strip().split(","))
                .filter(name -> !name.equals(NEVER_LOADED))
                .toList();
    }
}
