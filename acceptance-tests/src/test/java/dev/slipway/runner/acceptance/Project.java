package dev.slipway.runner.acceptance;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A folder of scripts and a database for them, each made when a test first asks for it. The folder goes with the test.
public final class Project implements AfterEachCallback {
    private final Supplier<TestDatabase> databases;
    private @Nullable Path folder;
    private @Nullable TestDatabase database;

    /// With a database of the server that all tests share.
    public Project() {
        this.databases = () -> PostgresServer.shared().createDatabase();
    }

    /// With a database of another server.
    public Project(PostgresServer server) {
        this.databases = server::createDatabase;
    }

    public synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("project");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    public synchronized TestDatabase database() {
        if (database == null) {
            database = databases.get();
        }
        return database;
    }

    public ScriptFolder scripts() {
        return new ScriptFolder(folder());
    }

    public Project with(String name, String sql) {
        scripts().with(name, sql);
        return this;
    }

    public Project without(String name) {
        scripts().without(name);
        return this;
    }

    /// Runs a command on the scripts and the database.
    public Run run(String... arguments) {
        return Run.on(database(), folder(), arguments);
    }

    /// Runs a command on the scripts, without a database.
    public Run offline(String... arguments) {
        return Run.offline(folder(), arguments);
    }

    /// Runs statements as the owner of the database.
    public void execute(String sql) {
        database().execute(sql);
    }

    /// The rows of a query as the owner of the database.
    public List<String> query(String sql) {
        return database().query(sql);
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        folder = null;
    }
}
