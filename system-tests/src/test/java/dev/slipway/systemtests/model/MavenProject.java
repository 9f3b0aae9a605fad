package dev.slipway.systemtests.model;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A service with entities in a folder, which Maven compiles, and its database.
record MavenProject(Path folder, TestDatabase database) {
    private static final Path CLINIC = Path.of("src/test/resources/dev/slipway/systemtests/model/clinic");
    private static final Path SOURCES = Path.of("src/main/java/org/acme/clinic");
    private static final Pattern PLATFORM = Pattern.compile("<micronaut.platform.version>([^<]+)<");
    private static final Pattern CHOICE = Pattern.compile("(?m)^-- (?=update )");
    private static final String JAVA_HOME = System.getProperty("java.home");

    private static final List<String> SHORT_RUN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static MavenProject in(Path folder) {
        MavenProject project = new MavenProject(folder, PostgresServer.shared().createDatabase());
        project.copy();
        Matcher version = PLATFORM.matcher(Command.read("pom.xml"));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml names no version of Micronaut");
        }
        project.replace(Path.of("pom.xml"), "VERSION", version.group(1));
        return project;
    }

    private void copy() {
        try (Stream<Path> files = Files.walk(CLINIC)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CLINIC.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Files.createDirectories(scripts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path scripts() {
        return folder.resolve("migrations");
    }

    void fill() {
        database.execute(read(folder.resolve("rows.sql")));
    }

    /// Writes something else in a source of an entity.
    void edit(String entity, String from, String to) {
        replace(SOURCES.resolve(entity + ".java"), from, to);
    }

    void add(String entity, String text) {
        write(folder.resolve(SOURCES).resolve(entity + ".java"), text);
    }

    private void replace(Path file, String from, String to) {
        String text = read(folder.resolve(file));
        if (!text.contains(from)) {
            throw new IllegalStateException("%s has no %s".formatted(file, from));
        }
        write(folder.resolve(file), text.replace(from, to));
    }

    void compile() {
        new Command(
                        List.of(
                                System.getProperty("maven.home") + "/bin/mvn",
                                "--offline",
                                "--quiet",
                                "--batch-mode",
                                "--file",
                                folder.resolve("pom.xml").toString(),
                                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                                "compile"),
                        Map.of("JAVA_HOME", JAVA_HOME, "MAVEN_OPTS", String.join(" ", SHORT_RUN)))
                .run()
                .orFail();
    }

    Outcome autogenerate(String message, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "revision",
                "--autogenerate",
                "-m",
                message,
                "--entities",
                folder.resolve("target/classes").toString()));
        arguments.addAll(Arrays.asList(options));
        return slipway(arguments.toArray(String[]::new));
    }

    /// Runs what `./slipway` runs when it has built the workbench.
    Outcome slipway(String... arguments) {
        List<String> words = new ArrayList<>(SHORT_RUN);
        words.addFirst(Path.of(JAVA_HOME, "bin", "java").toString());
        words.addAll(List.of(
                "-jar", Command.ROOT.resolve("workbench/target/workbench.jar").toString()));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--locations", scripts().toString()));
        String scratch = database.server().superuserUrl();
        return new Command(words, Map.of("DATABASE_URL", database.url(), "SLIPWAY_SCRATCH_URL", scratch)).run();
    }

    /// Takes the first of what each script offers; where none is offered, a zero.
    ///
    /// @return whether there was a choice
    boolean choose() {
        boolean found = false;
        for (Path script : files()) {
            Matcher choice = CHOICE.matcher(read(script));
            if (choice.find()) {
                write(script, choice.replaceFirst("").replace(" = ... where", " = 0 where"));
                found = true;
            }
        }
        return found;
    }

    /// The names of the scripts that lead up, in their order.
    List<String> written() {
        return files().stream().map(script -> script.getFileName().toString()).toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(scripts())) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted((one, other) -> Integer.compare(version(one), version(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
