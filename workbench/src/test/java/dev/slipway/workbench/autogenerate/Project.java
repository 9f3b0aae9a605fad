package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Scripts and entities in a folder, and a database.
record Project(Path folder, TestDatabase database) {
    private static final Pattern CHOICE = Pattern.compile("(?m)^-- (?=update )");

    static Project in(Path folder) {
        return new Project(folder, PostgresServer.shared().createDatabase());
    }

    Path scripts() {
        return folder.resolve("scripts");
    }

    Path compiled(String name, EntitySource source) {
        try {
            return source.compile(Files.createDirectories(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run autogenerate(Path entities, List<String> options) {
        return autogenerate(entities, "change", options);
    }

    Run autogenerate(Path entities, String message, List<String> options) {
        List<String> arguments = new ArrayList<>(
                List.of("revision", "--autogenerate", "-m", message, "--entities", entities.toString()));
        arguments.addAll(options);
        return run(arguments.toArray(String[]::new));
    }

    Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations");
        all.add("filesystem:" + scripts());
        return Run.of(Map.of("DATABASE_URL", database.url()), all.toArray(String[]::new));
    }

    void succeeds(String... arguments) {
        Run run = run(arguments);
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    /// Takes the comment from the first line to choose in each script.
    ///
    /// @return whether there was a choice
    boolean choose() {
        boolean found = false;
        for (Map.Entry<String, String> script : texts().entrySet()) {
            Matcher choice = CHOICE.matcher(script.getValue());
            if (script.getKey().startsWith("V") && choice.find()) {
                write(
                        script.getKey(),
                        choice.replaceAll("").replace(" = ... where", " = (select min(id) from teams) where"));
                found = true;
            }
        }
        return found;
    }

    /// The highest version of a script.
    String newest() {
        return Integer.toString(texts().keySet().stream()
                .filter(name -> name.startsWith("V"))
                .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                .max()
                .orElseThrow());
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(scripts());
            Files.writeString(scripts().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The scripts by name.
    Map<String, String> texts() {
        Map<String, String> texts = files();
        texts.keySet().removeIf(name -> !name.endsWith(".sql"));
        return texts;
    }

    /// The scripts and the manifest by name.
    Map<String, String> files() {
        try (Stream<Path> files = Files.list(scripts())) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), Project::text, (one, _) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
