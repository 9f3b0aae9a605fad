package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.ScriptSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A folder of scripts made by a test, and what is read from it.
record GivenFolder(Path folder) {
    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// @param locations the folder alone if none is given
    ScriptSet read(String... locations) {
        Stream<String> all = locations.length == 0 ? Stream.of("filesystem:" + folder) : Arrays.stream(locations);
        return ScriptReader.read(all.map(Location::parse).toList());
    }

    /// What people are told, the folder written as `$`.
    String failure(String... locations) {
        SlipwayException exception = catchThrowableOfType(SlipwayException.class, () -> read(locations));
        Failure failure = exception.failure();
        return Stream.of(
                        Stream.of(failure.exitCode() + ": " + failure.message()),
                        failure.details().stream(),
                        Stream.of(failure.state(), failure.help()))
                .flatMap(lines -> lines)
                .reduce((before, line) -> before + "\n" + line)
                .orElseThrow()
                .replace(folder.toString(), "$");
    }

    static List<String> listed(ScriptSet scripts) {
        return scripts.all()
                .map(script -> "%s: %s (%s)"
                        .formatted(
                                script.label(),
                                script.description(),
                                script.file().path()))
                .toList();
    }
}
