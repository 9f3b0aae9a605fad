package dev.slipway.runner;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The classes that one process of this build has loaded, for all that come after it: to load them is a third of what
/// most of them do.
final class ClassArchive {
    static final Path FILE = written();

    private ClassArchive() {}

    private static Path written() {
        try {
            Path archive = Path.of("target", "runner.jsa").toAbsolutePath();
            Path folder = Files.createTempDirectory("archive");
            Path scripts = Files.createDirectory(folder.resolve("migrations"));
            Files.writeString(scripts.resolve("V1__users.sql"), "create table users (id int primary key);\n");
            List<String> words =
                    RunnerCommand.words(List.of("-XX:ArchiveClassesAtExit=" + archive), RunnerCommand.jars());
            words.addAll(
                    List.of("prove", "--scratch-url", PostgresServer.shared().superuserUrl()));
            Path printed = folder.resolve("printed.txt");
            int code = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(Files.readString(printed));
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
