package dev.slipway.workbench.autogenerate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compiles entities in Kotlin as Gradle's and Maven's plugins do it. The compilers are programs of their own.
enum KotlinCompiler {
    /// Micronaut's compiler sees stubs in Java.
    KAPT,
    /// Micronaut's compiler sees Kotlin itself.
    KSP;

    private static final Pattern OTHER =
            Pattern.compile(".*/(zonky|eclipse|pgcodekeeper|flywaydb|junit|archunit|assertj|classes|test-classes)/.*");
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !OTHER.matcher(path).matches())
            .collect(Collectors.joining(File.pathSeparator));
    private static final List<String> OPENED =
            List.of("api", "code", "comp", "file", "jvm", "main", "model", "parser", "processing", "tree", "util");

    /// Compiles all packages at once: a compiler takes seconds to start.
    ///
    /// @param packages the text of each package by its name
    /// @return the folders of their classes by the names of the packages
    Map<String, Path> compile(Path folder, Map<String, String> packages) throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> each : packages.entrySet()) {
            Files.writeString(
                    sources.resolve(each.getKey() + ".kt"), "package " + each.getKey() + "\n\n" + each.getValue());
        }
        switch (this) {
            case KAPT -> kapt(folder, sources, classes);
            case KSP -> ksp(folder, classes);
        }
        kotlin(sources, classes, List.of());
        Map<String, Path> compiled = new HashMap<>();
        for (String name : packages.keySet()) {
            compiled.put(name, alone(classes, name, folder.resolve(name)));
        }
        return compiled;
    }

    /// The classes of a package, and what Micronaut's compiler says of them.
    private static Path alone(Path classes, String name, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = classes.relativize(file);
                if (place.startsWith(name) || place.getFileName().toString().startsWith(name + ".")) {
                    Path target = folder.resolve(place);
                    Files.createDirectories(requireNonNull(target.getParent()));
                    Files.move(file, target);
                }
            }
        }
        return folder;
    }

    private static void kapt(Path folder, Path sources, Path classes) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xplugin=" + jar("kotlin-annotation-processing-embeddable")));
        Stream.concat(
                        Stream.of(
                                "aptMode=stubsAndApt",
                                "correctErrorTypes=true",
                                "sources=" + folder.resolve("sources"),
                                "stubs=" + folder.resolve("stubs"),
                                "incrementalData=" + folder.resolve("data"),
                                "classes=" + classes),
                        Arrays.stream(CLASS_PATH.split(File.pathSeparator)).map("apclasspath="::concat))
                .forEach(option -> options.addAll(List.of("-P", "plugin:org.jetbrains.kotlin.kapt3:" + option)));
        kotlin(sources, classes, options);
    }

    private static void kotlin(Path sources, Path classes, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "21",
                "-cp",
                CLASS_PATH,
                "-d",
                classes.toString()));
        arguments.addAll(options);
        arguments.add(sources.toString());
        run(arguments);
    }

    private static void ksp(Path folder, Path classes) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("com.google.devtools.ksp.cmdline.KSPJvmMain"));
        Stream.of(
                        "-jvm-target=21",
                        "-language-version=2.0",
                        "-api-version=2.0",
                        "-module-name=shop",
                        "-jdk-home=" + System.getProperty("java.home"),
                        "-source-roots=" + folder.resolve("src"),
                        "-project-base-dir=" + folder,
                        "-output-base-dir=" + folder,
                        "-caches-dir=" + folder.resolve("caches"),
                        "-kotlin-output-dir=" + folder.resolve("kotlin"),
                        "-java-output-dir=" + folder.resolve("java"),
                        "-class-output-dir=" + classes,
                        "-resource-output-dir=" + classes,
                        "-libraries=" + CLASS_PATH,
                        CLASS_PATH)
                .forEach(arguments::add);
        run(arguments);
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        OPENED.forEach(
                name -> command.add("--add-opens=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED".formatted(name)));
        command.addAll(List.of("-cp", CLASS_PATH));
        command.addAll(arguments);
        Path output = Files.createTempFile("kotlin", ".txt");
        Process compiler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(compiler.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }

    private static String jar(String name) {
        return Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(path -> path.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
