package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a project with Alembic from the SQL that Alembic wrote and the text of its revisions; no Python is run.
/// Revisions that were imported before keep their scripts as they are.
public final class AlembicImporter {
    private final ImportRequest request;
    private final AlembicDirectory directory;
    private final ImportedBefore before;
    private final List<ScriptProblem> problems = new ArrayList<>();

    private AlembicImporter(ImportRequest request) {
        this.request = request;
        this.directory = AlembicDirectory.find(request.folder(), request.versionLocations());
        this.before = ImportedBefore.in(request.target());
    }

    /// @throws SlipwayException with `AlembicIncomplete` and all that is wrong
    public static ImportResult read(ImportRequest request) {
        return new AlembicImporter(request).read();
    }

    private ImportResult read() {
        Path up = sqlFile(request.upgradeSql(), "upgrade.sql");
        Path down = sqlFile(request.downgradeSql(), "downgrade.sql");
        Map<String, AlembicVersionFile> files = directory.revisions(problems::add);
        boolean added = !before.versions().keySet().containsAll(files.keySet()) || files.isEmpty();
        List<ImportedRevision> revisions = added ? revisions(source(up, down, files)) : List.of();
        if (!problems.isEmpty()) {
            throw new SlipwayException(new AlembicIncomplete(problems));
        }
        return ImportedTexts.of(revisions, before);
    }

    private Path sqlFile(@Nullable Path named, String name) {
        Path file = Objects.requireNonNullElseGet(named, () -> directory.file(name));
        refuseInside(file);
        return file;
    }

    /// It would count as a script with a wrong name.
    private void refuseInside(Path sql) {
        if (absolute(sql).startsWith(absolute(request.target().folder()))) {
            throw new SlipwayException(new UsageFailure(
                    "\"%s\" lies where the scripts are to be, but is none".formatted(sql),
                    "name another folder with --locations, for example --locations sql, or move the file and name it"
                            + " with --upgrade-sql and --downgrade-sql"));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private AlembicSource source(Path up, Path down, Map<String, AlembicVersionFile> files) {
        AlembicSource source = new AlembicSource(
                up.toString(),
                down.toString(),
                files,
                sections(up, Direction.UP, files),
                sections(down, Direction.DOWN, files),
                before.versions().keySet());
        AlembicSourceCheck.check(source, directory.program(files.values()), problems::add);
        return source;
    }

    private Map<String, RevisionSql> sections(Path path, Direction direction, Map<String, AlembicVersionFile> files) {
        String name = path.toString();
        if (!Files.exists(path)) {
            problems.add(new ScriptProblem(
                    name,
                    0,
                    "there is no such file",
                    "write it with " + directory.program(files.values()).writeAll(direction, name)));
            return Map.of();
        }
        SqlFile file =
                new SqlFile(name, direction, Utf8File.read(path, problems::add).orElse(""));
        String text = PercentSigns.single(file, directory.environment(), problems::add);
        return AlembicSql.read(
                new SqlFile(name, direction, text), directory.program(files.values()), files, problems::add);
    }

    private List<ImportedRevision> revisions(AlembicSource source) {
        AlembicAncestry ancestry = new AlembicAncestry(source.files(), before, problems::add);
        Iterator<Version> versions = before.next(request.now());
        List<ImportedRevision> revisions = new ArrayList<>();
        for (RevisionSql up : source.up().values()) {
            AlembicVersionFile file = source.files().get(up.id());
            if (file != null && !source.imported().contains(up.id())) {
                RevisionSql down = source.down().get(up.id());
                boolean refuses =
                        file.downgrade().raises() && (down == null || down.sql().isEmpty());
                Version version = versions.next();
                revisions.add(new ImportedRevision(
                        version, file, ancestry.add(version, file, up.parents()), up, refuses ? null : down));
            }
        }
        return revisions;
    }
}
