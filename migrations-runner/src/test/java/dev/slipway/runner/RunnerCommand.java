package dev.slipway.runner;

import dev.slipway.runner.cli.Main;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that start this build as a process of its own.
public final class RunnerCommand {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /// Where the acceptance tests have the classes of the workbench, whose jar is beside them.
    private static final String WORKBENCH = "/../workbench/target/classes";

    /// A short process takes the least with these options.
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData");

    private RunnerCommand() {}

    /// The words before the arguments.
    ///
    /// @param options more options of Java
    public static List<String> words(String... options) {
        if (!CLASS_PATH.contains(WORKBENCH)) {
            return words(List.of(options), CLASS_PATH);
        }
        List<String> all = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + ClassArchive.FILE));
        all.addAll(List.of(options));
        return words(all, jars());
    }

    static List<String> words(List<String> options, String classPath) {
        List<String> words = new ArrayList<>(JAVA);
        words.addAll(options);
        words.addAll(List.of("-cp", classPath, Main.class.getName()));
        return words;
    }

    /// The class path without folders, whose classes cannot be archived.
    static String jars() {
        return Stream.of(CLASS_PATH
                        .replace(WORKBENCH, "/../workbench/target/workbench.jar")
                        .split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
