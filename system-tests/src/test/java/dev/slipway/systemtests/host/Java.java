package dev.slipway.systemtests.host;

import dev.slipway.systemtests.engine.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines of the packaged programs, in the Java of this test.
final class Java {
    private Java() {}

    static Path jar(String module) {
        return Command.ROOT.resolve("%1$s/target/%1$s.jar".formatted(module));
    }

    static List<String> words(String... words) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        all.addAll(List.of(words));
        return all;
    }
}
