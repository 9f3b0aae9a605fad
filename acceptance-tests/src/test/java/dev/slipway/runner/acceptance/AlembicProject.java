package dev.slipway.runner.acceptance;

import dev.slipway.runner.Program;
import dev.slipway.runner.cli.Checkout;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A project with branches, merges, labels, and a block that commits by itself, and Alembic to run it.
public record AlembicProject(Path folder) {
    /// The project with the SQL that Alembic wrote of it.
    public static AlembicProject copiedTo(Path folder) {
        return copiedTo(folder, "alembic");
    }

    /// @param name of another project
    public static AlembicProject copiedTo(Path folder, String name) {
        Path source = Checkout.path("acceptance-tests/src/test/resources/dev/slipway/runner/acceptance/" + name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return new AlembicProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path migrations() {
        return folder.resolve("migrations");
    }

    public Path file(String name) {
        return migrations().resolve(name);
    }

    public String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AlembicProject with(String name, String text) {
        new ScriptFolder(migrations()).with(name, text);
        return this;
    }

    public static void require() {
        Program.require("alembic", "alembic");
    }

    /// What Alembic writes to standard output.
    public String alembic(TestDatabase database, String... arguments) {
        Run run = run(database, arguments);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.text());
        }
        return run.out();
    }

    /// The same, but a revision may raise an error.
    public String alembicUntilItStops(TestDatabase database, String... arguments) {
        return run(database, arguments).out();
    }

    private Run run(TestDatabase database, String... arguments) {
        List<String> command = new ArrayList<>(List.of("alembic"));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("ALEMBIC_URL", database.url());
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            int code = builder.start().waitFor();
            return new Run(code, Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes both files of SQL anew, as the guide says.
    public AlembicProject withSqlOfAlembic(TestDatabase database) {
        return with("upgrade.sql", alembic(database, "upgrade", "base:heads", "--sql"))
                .with("downgrade.sql", alembic(database, "downgrade", "heads:base", "--sql"));
    }
}
