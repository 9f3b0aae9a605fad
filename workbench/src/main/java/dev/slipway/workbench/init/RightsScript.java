package dev.slipway.workbench.init;

import dev.slipway.runner.engine.revision.RevisionDraft;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptSource;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The script that gives the role of the service its rights where other scripts are there already: the next version.
record RightsScript(Path project, Names names) {
    private static final RevisionRequest REQUEST = new RevisionRequest("rights of the service", null, null, null);
    private static final String NAME = "__rights_of_the_service.sql";

    /// Where there are some, a first script would take the version of another.
    boolean isBesideOthers() {
        return isAny(file -> file.endsWith(".sql"));
    }

    boolean isThere() {
        return isAny(file -> file.endsWith(NAME));
    }

    /// What refuses the script before anything is written.
    ///
    /// @throws SlipwayException if the other scripts have faults, or several heads
    void check() {
        writer().check(REQUEST);
    }

    /// Writes the script and its undo script, or none, and returns both.
    List<String> write() {
        RevisionDraft draft =
                new RevisionDraft("", true, true, false, false, text("rights.sql"), text("rights-undo.sql"));
        return writer().drafted(REQUEST, List.of(draft)).stream()
                .flatMap(written -> Stream.of(written.script(), written.undo()))
                .map(file -> project.relativize(Path.of(file)).toString())
                .toList();
    }

    private RevisionWriter writer() {
        Location location = Location.parse("filesystem:" + folder());
        return new RevisionWriter(RevisionFolder.of(new ScriptSource(List.of(location))), InstantSource.system());
    }

    private String text(String resource) {
        return names.in(ProjectFiles.text(resource));
    }

    private Path folder() {
        return project.resolve(ProjectFiles.MIGRATIONS);
    }

    private boolean isAny(Predicate<String> name) {
        if (!Files.isDirectory(folder())) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder())) {
            return files.map(Path::toString).anyMatch(name);
        } catch (IOException | UncheckedIOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "folder \"%s\" cannot be read: %s".formatted(folder(), e),
                            "name a folder that you may read with --directory"),
                    e);
        }
    }
}
