package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All scripts of the locations, those included that have the version of another one.
record SameVersion(LoadedScripts reading) {
    List<Script.Versioned> versioned() {
        return all(Script.Versioned.class);
    }

    private <S extends Script> List<S> all(Class<S> kind) {
        return Stream.concat(reading.scripts().all(), reading.others().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// The one that is meant by a path, the name of a file, or a version that no other one has.
    ///
    /// @throws SlipwayException with `UsageFailure`
    Script.Versioned named(String text) {
        List<Script.Versioned> found = versioned().stream()
                .filter(script -> isFile(script, text)
                        || Version.parse(text).filter(script.version()::equals).isPresent())
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "\"%s\" names no versioned script".formatted(text), "write the name of its file, or its version"));
        }
        throw new SlipwayException(new UsageFailure(
                "%d scripts have version %s: %s"
                        .formatted(
                                found.size(),
                                found.getFirst().version(),
                                found.stream()
                                        .map(script -> script.file().path())
                                        .collect(Collectors.joining(", "))),
                "name the file of the one that was applied nowhere yet, for example `renumber %s`"
                        .formatted(found.getLast().file().path())));
    }

    private static boolean isFile(Script script, String text) {
        return script.file().path().equals(text)
                || script.file().fileName().equals(text)
                || Path.of(script.file().origin())
                        .toAbsolutePath()
                        .equals(Path.of(text).toAbsolutePath());
    }

    /// Whether no other script has its version.
    boolean isAlone(Script.Versioned script) {
        return versioned().stream()
                        .filter(other -> other.version().equals(script.version()))
                        .count()
                == 1;
    }

    /// The undo script that goes with it: the one of its description, if there is another script of its version.
    Optional<Script.Undo> undoOf(Script.Versioned script) {
        return all(Script.Undo.class).stream()
                .filter(undo -> undo.version().equals(script.version()))
                .filter(undo -> isAlone(script) || undo.description().equals(script.description()))
                .findFirst();
    }
}
