package dev.slipway.runner;

import dev.slipway.runner.cli.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The words that start the classes of this build as a process of its own.
public final class RunnerCommand {
    private RunnerCommand() {}

    /// The words before the arguments. A short process takes the least with these options.
    ///
    /// @param options more options of Java
    public static List<String> words(String... options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return words;
    }
}
