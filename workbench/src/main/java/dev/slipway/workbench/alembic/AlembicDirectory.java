package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Alembic's folder with `env.py` and `versions/`; Flask-Migrate calls it `migrations/`.
final class AlembicDirectory {
    private static final String VERSIONS = "versions";

    private final Path given;
    private final Path folder;

    private AlembicDirectory(Path given, Path folder) {
        this.given = given;
        this.folder = folder;
    }

    /// @param given the folder, or one that holds it
    static AlembicDirectory find(Path given) {
        if (Files.isDirectory(given.resolve(VERSIONS))) {
            return new AlembicDirectory(given, given);
        }
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
        return new AlembicDirectory(given, inside.getFirst());
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

    /// The revisions by their ids.
    Map<String, AlembicVersionFile> revisions(Consumer<ScriptProblem> problems) {
        Map<String, AlembicVersionFile> revisions = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve(VERSIONS))) {
            paths.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path))
                    .sorted()
                    .forEachOrdered(path -> read(path, problems)
                            .flatMap(text -> AlembicVersionFile.parse(path.toString(), text))
                            .ifPresent(file -> add(file, revisions, problems)));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
        return revisions;
    }

    private static void add(
            AlembicVersionFile file, Map<String, AlembicVersionFile> revisions, Consumer<ScriptProblem> problems) {
        AlembicVersionFile former = revisions.putIfAbsent(file.id(), file);
        if (former != null) {
            problems.accept(new ScriptProblem(
                    file.origin(),
                    0,
                    "revision %s is taken already by %s".formatted(file.id(), former.origin()),
                    "take one of the two out"));
        }
    }

    /// The text of a file, or nothing and a problem.
    static Optional<String> read(Path file, Consumer<ScriptProblem> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.accept(new ScriptProblem(file.toString(), 0, "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            problems.accept(new ScriptProblem(file.toString(), 0, "the file cannot be read", "make it readable"));
        }
        return Optional.empty();
    }

    /// Whether Alembic doubled every percent sign.
    ///
    /// Source: https://docs.sqlalchemy.org/en/20/faq/sqlexpressions.html on percent signs
    boolean doublesPercent(Consumer<ScriptProblem> problems) {
        Path environment = folder.resolve("env.py");
        return Files.exists(environment)
                && read(environment, problems)
                        .filter(text -> !text.contains("paramstyle"))
                        .isPresent();
    }

    private static SlipwayException unreadable(Path folder, Exception cause) {
        return new SlipwayException(
                new UsageFailure(
                        "\"%s\" cannot be read: %s".formatted(folder, cause.getMessage()),
                        "make it readable for the user that runs this program"),
                cause);
    }
}
