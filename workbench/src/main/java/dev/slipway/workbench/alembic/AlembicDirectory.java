package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Alembic's folder with `env.py`, which Flask-Migrate calls `migrations/`, and the folders of its revisions.
///
/// @param given what the user named
/// @param ini the settings, as far as they were found
record AlembicDirectory(Path given, Path folder, List<Path> versions, AlembicIni ini) {
    private static final String VERSIONS = "versions";
    private static final String INI = "alembic.ini";

    AlembicDirectory {
        versions = List.copyOf(versions);
    }

    /// @param given the folder, or one that holds it
    /// @param versions the folders of the revisions; if none is named, `alembic.ini` counts, or else `versions`
    static AlembicDirectory find(Path given, List<Path> versions) {
        AlembicIni ini = ini(given);
        Path folder = versions.isEmpty() ? folder(given, ini) : given;
        List<Path> named = versions.isEmpty() ? ini.versionLocations() : versions;
        List<Path> locations = named.isEmpty() ? List.of(folder.resolve(VERSIONS)) : named;
        locations.stream()
                .filter(location -> !Files.isDirectory(location))
                .findFirst()
                .ifPresent(missing -> {
                    throw new SlipwayException(new UsageFailure(
                            "there is no folder \"%s\"".formatted(missing),
                            "name the folders that hold the revisions with --version-locations"));
                });
        return new AlembicDirectory(given, folder, locations, ini);
    }

    /// Beside the folder, or in it as Flask-Migrate has it.
    private static AlembicIni ini(Path given) {
        Path above = given.toAbsolutePath().normalize().getParent();
        return Stream.of(
                        Optional.of(given.resolve(INI)),
                        Optional.ofNullable(above).map(path -> path.resolve(INI)))
                .flatMap(Optional::stream)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> AlembicIni.parse(file, text(file)))
                .orElse(AlembicIni.NONE);
    }

    private static Path folder(Path given, AlembicIni ini) {
        if (Files.isDirectory(given.resolve(VERSIONS)) || Files.exists(given.resolve("env.py"))) {
            return given;
        }
        return ini.scriptLocation()
                .filter(folder -> given.resolve(INI).equals(ini.file()) && Files.isDirectory(folder))
                .orElseGet(() -> inside(given));
    }

    private static Path inside(Path given) {
        List<Path> inside = folders(given).stream()
                .filter(folder -> Files.isDirectory(folder.resolve(VERSIONS)))
                .toList();
        if (inside.size() != 1) {
            throw new SlipwayException(new UsageFailure(
                    inside.isEmpty()
                            ? "\"%s\" has no folder versions".formatted(given)
                            : "\"%s\" holds several script directories of Alembic: %s".formatted(given, inside),
                    "name the folder that holds env.py and versions"));
        }
        return inside.getFirst();
    }

    private static List<Path> folders(Path given) {
        if (!Files.isDirectory(given)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(given)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw unreadable(given, e);
        }
    }

    /// Where a file of SQL lies if nothing is said.
    Path file(String name) {
        Path first = given.resolve(name);
        return Files.exists(first) ? first : folder.resolve(name);
    }

    /// How Alembic is called: with Flask-Migrate, `env.py` asks the application for its database.
    AlembicProgram program(Collection<AlembicVersionFile> revisions) {
        String words = environment().contains("current_app") ? AlembicProgram.FLASK_MIGRATE : AlembicProgram.ALEMBIC;
        return new AlembicProgram(words, AlembicHeads.of(revisions));
    }

    /// What sets Alembic up.
    String environment() {
        Path environment = folder.resolve("env.py");
        return ini.text() + (Files.isRegularFile(environment) ? text(environment) : "");
    }

    /// The revisions by their ids. Folders within are read if the settings say so, or are not known.
    Map<String, AlembicVersionFile> revisions(Consumer<ScriptProblem> problems) {
        Map<String, AlembicVersionFile> revisions = new LinkedHashMap<>();
        int depth = ini.text().isEmpty() || ini.isRecursive() ? Integer.MAX_VALUE : 1;
        for (Path location : versions) {
            try (Stream<Path> paths = Files.walk(location, depth)) {
                paths.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path))
                        .sorted()
                        .forEachOrdered(path -> Utf8File.read(path, problems)
                                .flatMap(text -> AlembicVersionFile.parse(path, text))
                                .ifPresent(file -> add(file, revisions, problems)));
            } catch (IOException | UncheckedIOException e) {
                throw unreadable(location, e);
            }
        }
        return revisions;
    }

    private static void add(
            AlembicVersionFile file, Map<String, AlembicVersionFile> revisions, Consumer<ScriptProblem> problems) {
        AlembicVersionFile former = revisions.putIfAbsent(file.id(), file);
        if (former != null && !former.origin().equals(file.origin())) {
            problems.accept(new ScriptProblem(
                    file.origin(),
                    0,
                    "revision %s is taken already by %s".formatted(file.id(), former.origin()),
                    "take one of the two out"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SlipwayException unreadable(Path path, Exception cause) {
        return new SlipwayException(
                new UsageFailure(
                        "\"%s\" cannot be read: %s".formatted(path, cause.getMessage()),
                        "make it readable for the user that runs this program"),
                cause);
    }
}
