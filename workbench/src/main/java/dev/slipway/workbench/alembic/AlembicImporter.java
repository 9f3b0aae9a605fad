package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads a project with Alembic from the SQL that Alembic wrote and the text of its revisions; no Python is run.
public final class AlembicImporter {
    private final ImportRequest request;
    private final List<ScriptProblem> problems = new ArrayList<>();

    private AlembicImporter(ImportRequest request) {
        this.request = request;
    }

    /// @throws SlipwayException with `AlembicIncomplete` and all that is wrong
    public static ImportResult read(ImportRequest request) {
        return new AlembicImporter(request).read();
    }

    private ImportResult read() {
        AlembicDirectory directory = AlembicDirectory.find(request.folder());
        Path up = Objects.requireNonNullElseGet(request.upgradeSql(), () -> directory.file("upgrade.sql"));
        Path down = Objects.requireNonNullElseGet(request.downgradeSql(), () -> directory.file("downgrade.sql"));
        refuseInside(up);
        refuseInside(down);
        AlembicSource source = new AlembicSource(
                up.toString(),
                down.toString(),
                directory.revisions(problems::add),
                sections(up, Direction.UP, directory),
                sections(down, Direction.DOWN, directory));
        AlembicSourceCheck.check(source, problems::add);
        List<ImportedRevision> revisions = revisions(source);
        if (!problems.isEmpty()) {
            throw new SlipwayException(new AlembicIncomplete(problems));
        }
        return ImportedTexts.of(revisions, request.naming());
    }

    /// It would count as a script with a wrong name.
    private void refuseInside(Path sql) {
        if (absolute(sql).startsWith(absolute(request.target()))) {
            throw new SlipwayException(new UsageFailure(
                    "\"%s\" lies where the scripts are to be, but is none".formatted(sql),
                    "name another folder with --locations, or move the file and name it with --upgrade-sql and "
                            + "--downgrade-sql"));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private Map<String, RevisionSql> sections(Path file, Direction direction, AlembicDirectory directory) {
        String name = file.toString();
        if (!Files.exists(file)) {
            problem(
                    name,
                    0,
                    "there is no such file",
                    "write it with `%s > %s`".formatted(AlembicSql.command(direction), name));
            return Map.of();
        }
        String text = AlembicDirectory.read(file, problems::add).orElse("");
        if (text.contains("%%") && directory.doublesPercent(problems::add)) {
            problem(
                    name,
                    (int) text.substring(0, text.indexOf("%%")).lines().count(),
                    "the percent signs are doubled",
                    "give context.configure in env.py dialect_opts={\"paramstyle\": \"named\"}, and write the file"
                            + " again");
        }
        return AlembicSql.read(name, text, direction, problems::add);
    }

    private List<ImportedRevision> revisions(AlembicSource source) {
        AlembicAncestry ancestry = new AlembicAncestry(source.files(), problems::add);
        List<ImportedRevision> revisions = new ArrayList<>();
        for (RevisionSql up : source.up().values()) {
            AlembicVersionFile file = source.files().get(up.id());
            if (file != null) {
                RevisionSql down = source.down().get(up.id());
                boolean refuses =
                        file.refusesDowngrade() && (down == null || down.sql().isEmpty());
                Version version = Version.of(Integer.toString(revisions.size() + 1));
                revisions.add(new ImportedRevision(
                        version, file, ancestry.add(version, file, up.parents()), up, refuses ? null : down));
            }
        }
        return revisions;
    }

    private void problem(String origin, int line, String what, String help) {
        problems.add(new ScriptProblem(origin, line, what, help));
    }
}
