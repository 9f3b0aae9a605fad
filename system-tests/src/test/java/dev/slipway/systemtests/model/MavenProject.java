package dev.slipway.systemtests.model;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service with entities in a folder, which Maven compiles, and its database.
record MavenProject(Folder folder, TestDatabase database) implements AutoCloseable {
    private static final Path CLINIC = Path.of("src/test/resources/dev/slipway/systemtests/model/clinic");
    private static final String SCRIPTS = "migrations/";
    private static final Pattern PLATFORM = Pattern.compile("<micronaut.platform.version>([^<]+)<");
    private static final Pattern CHOICE = Pattern.compile("(?m)^-- (?=update )");
    private static final String JAVA_HOME = System.getProperty("java.home");

    private static final List<String> SHORT_RUN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static MavenProject begin() {
        Matcher version = PLATFORM.matcher(Command.read("pom.xml"));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml names no version of Micronaut");
        }
        MavenProject project = new MavenProject(
                new Folder().withAll(CLINIC), PostgresServer.shared().createDatabase());
        project.replace("pom.xml", "VERSION", version.group(1));
        project.folder.write(SCRIPTS + ".keep", "");
        return project;
    }

    void fill() {
        database.execute(folder.read("rows.sql"));
    }

    /// Writes something else in a source of an entity.
    void edit(String entity, String from, String to) {
        replace(source(entity), from, to);
    }

    void add(String entity, String text) {
        folder.write(source(entity), text);
    }

    private static String source(String entity) {
        return "src/main/java/org/acme/clinic/%s.java".formatted(entity);
    }

    private void replace(String file, String from, String to) {
        String text = folder.read(file);
        if (!text.contains(from)) {
            throw new IllegalStateException("%s has no %s".formatted(file, from));
        }
        folder.write(file, text.replace(from, to));
    }

    void compile() {
        new Command(
                        List.of(
                                System.getProperty("maven.home") + "/bin/mvn",
                                "--quiet",
                                "--batch-mode",
                                "--file",
                                path("pom.xml"),
                                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                                "compile"),
                        Map.of("JAVA_HOME", JAVA_HOME, "MAVEN_OPTS", String.join(" ", SHORT_RUN)))
                .run()
                .orFail();
    }

    Outcome autogenerate(String message, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("revision", "--autogenerate", "-m", message, "--entities", path("target/classes")));
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
        words.addAll(List.of("--locations", path(SCRIPTS)));
        String scratch = database.server().superuserUrl();
        return new Command(words, Map.of("DATABASE_URL", database.url(), "SLIPWAY_SCRATCH_URL", scratch)).run();
    }

    private String path(String file) {
        return folder.path().resolve(file).toString();
    }

    /// Takes the first of what each script offers; where none is offered, a zero.
    ///
    /// @return whether there was a choice
    boolean choose() {
        boolean found = false;
        for (String script : written()) {
            Matcher choice = CHOICE.matcher(folder.read(SCRIPTS + script));
            if (choice.find()) {
                folder.write(SCRIPTS + script, choice.replaceFirst("").replace(" = ... where", " = 0 where"));
                found = true;
            }
        }
        return found;
    }

    /// The names of the scripts that lead up, in their order.
    List<String> written() {
        return folder.names(SCRIPTS).stream()
                .filter(file -> file.startsWith("V"))
                .sorted(Comparator.comparingInt(MavenProject::version))
                .toList();
    }

    private static int version(String script) {
        return Integer.parseInt(script.substring(1, script.indexOf("__")));
    }

    @Override
    public void close() {
        folder.close();
    }
}
