package dev.slipway.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Links a Java runtime of the modules that a program uses, in a container, so that its JDK is the same on every
/// machine
/// that makes the image, and is one for Linux.
///
/// @param jdk an image with a JDK, a shell, `strip` and the locale `C.UTF-8`
record RuntimeLinker(Image jdk) {
    private static final String LINKED = "/tmp/java";

    private static final String SCRIPT = """
            set -e
            jlink --add-modules %s --output %2$s --strip-java-debug-attributes --compress=zip-6 \
                --no-man-pages --no-header-files
            # for -Xshare:dump, jar files as programs, and editors
            rm -f %2$s/lib/classlist %2$s/lib/jexec %2$s/lib/jrt-fs.jar
            # a base may have no locale: Java would read the names of files as ASCII
            mkdir %2$s/lib/locale
            cp -R /usr/lib/locale/C.utf8 %2$s/lib/locale
            # names that only a debugger reads: 5 MB of libjvm.so
            find %2$s -name '*.so' -exec strip --strip-unneeded {} +
            """;

    /// @param modules a file with the name of a module on each line, and comments
    /// @param runtime the folder to make
    /// @throws IOException if the engine or `jlink` refuses: without a runtime there is no image
    void link(Path modules, Path runtime) throws IOException, InterruptedException {
        jdk.pull();
        String script = SCRIPT.formatted(names(modules), LINKED);
        List<String> words =
                List.of("--platform=" + jdk.platform(), "--network=none", "--entrypoint=sh", jdk.name(), "-c", script);
        try (Container container = Container.create(words)) {
            container.start();
            container.take(LINKED, runtime);
        }
        Times.asInImages(runtime);
    }

    private static String names(Path modules) throws IOException {
        try (Stream<String> lines = Files.lines(modules)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.joining(","));
        }
    }
}
