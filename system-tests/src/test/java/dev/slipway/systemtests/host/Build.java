package dev.slipway.systemtests.host;

import dev.slipway.systemtests.engine.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// A build of the service, by its class path.
record Build(String classpath) {
    private static final List<String> SOURCES = List.of("shared-model/src/main/java", "backend-service/src/main/java");
    private static final Path REVISION = Path.of("dev/slipway/model/SchemaRevision.java");

    /// The one that was packaged.
    static Build packaged() {
        return new Build(Java.jar("backend-service").toString());
    }

    /// The packaged one, but needing another revision. The compiler writes that constant into every class that uses
    /// it, so all of these are compiled anew, and stand before the jar.
    ///
    /// @param folder where the classes go
    static Build needing(int revision, Path folder) {
        List<String> sources = new ArrayList<>();
        for (String root : SOURCES) {
            for (Path file : javaFiles(Command.ROOT.resolve(root))) {
                String text = read(file);
                if (file.endsWith(REVISION)) {
                    sources.add(write(
                            folder.resolve("SchemaRevision.java"),
                            text.replaceFirst("REQUIRED = \"[^\"]+\"", "REQUIRED = \"%d\"".formatted(revision))));
                } else if (text.contains("SchemaRevision")) {
                    sources.add(file.toString());
                }
            }
        }
        compile(sources, folder);
        return new Build(folder + File.pathSeparator + packaged().classpath());
    }

    private static void compile(List<String> sources, Path folder) {
        List<String> words = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-d",
                folder.toString(),
                "-cp",
                packaged().classpath()));
        words.addAll(sources);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(null, System.out, System.err, words.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("not compiled: " + sources);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
