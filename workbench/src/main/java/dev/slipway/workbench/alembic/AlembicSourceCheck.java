package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds where the two files of SQL and the files in `versions/` do not tell the same. Of what was imported before
/// nothing is asked.
final class AlembicSourceCheck {
    private final AlembicSource source;
    private final AlembicProgram program;
    private final Consumer<ScriptProblem> problems;

    private AlembicSourceCheck(AlembicSource source, AlembicProgram program, Consumer<ScriptProblem> problems) {
        this.source = source;
        this.program = program;
        this.problems = problems;
    }

    static void check(AlembicSource source, AlembicProgram program, Consumer<ScriptProblem> problems) {
        AlembicSourceCheck check = new AlembicSourceCheck(source, program, problems);
        boolean upWhole = CutOffCheck.isWhole(source, Direction.UP, program, problems);
        boolean downWhole = CutOffCheck.isWhole(source, Direction.DOWN, program, problems);
        source.added().forEach(file -> check.checkFile(file, upWhole, downWhole));
        check.checkKnown(source.upName(), source.up());
        check.checkKnown(source.downName(), source.down());
    }

    private void checkFile(AlembicVersionFile file, boolean upWhole, boolean downWhole) {
        RevisionSql up = source.up().get(file.id());
        RevisionSql down = source.down().get(file.id());
        if (up == null && upWhole) {
            missing(file, source.upName(), Direction.UP);
        }
        if (down == null && downWhole && !file.downgrade().raises()) {
            missing(file, source.downName(), Direction.DOWN);
        }
        if (!file.dependenciesAreRead()) {
            problem(file.origin(), 0, "depends_on needs Python to be read", "write the ids there as they are");
        }
        if (up != null) {
            checkParents(file, up);
            checkCode(file, file.upgrade().code(), up, Direction.UP);
        }
        if (down != null) {
            checkCode(file, file.downgrade().code() && !file.downgrade().raises(), down, Direction.DOWN);
        }
        if (up != null && down != null && !Set.copyOf(up.parents()).equals(Set.copyOf(down.parents()))) {
            problem(
                    source.downName(),
                    down.line(),
                    "revision %s leads to %s, but in %s it comes from %s"
                            .formatted(file.id(), list(down.parents()), source.upName(), list(up.parents())),
                    "write both files again from the same revisions");
        }
    }

    private void missing(AlembicVersionFile file, String sql, Direction direction) {
        problem(
                file.origin(),
                0,
                "%s has nothing of revision %s".formatted(sql, file.id()),
                "write the file again with " + program.writeAll(direction, sql));
    }

    private void checkParents(AlembicVersionFile file, RevisionSql up) {
        boolean known = file.parentsAreRead() && source.files().keySet().containsAll(file.parents());
        if (known && !Set.copyOf(file.parents()).equals(Set.copyOf(up.parents()))) {
            problem(
                    source.upName(),
                    up.line(),
                    "revision %s comes from %s, but %s names %s"
                            .formatted(file.id(), list(up.parents()), file.origin(), list(file.parents())),
                    "write both files again from the same revisions");
        }
    }

    /// Offline, Alembic writes down what `op` is asked for; what Python does by itself is lost.
    private void checkCode(AlembicVersionFile file, boolean code, RevisionSql section, Direction direction) {
        if (code && section.whole() && section.sql().isEmpty() && !section.leftOut()) {
            boolean up = direction == Direction.UP;
            problem(
                    file.origin(),
                    0,
                    "%s has code, but it left nothing in %s"
                            .formatted(up ? "upgrade()" : "downgrade()", up ? source.upName() : source.downName()),
                    "write below line %d there in SQL what it does, or select 1; if it does nothing"
                            .formatted(section.line()));
        }
    }

    private void checkKnown(String name, Map<String, RevisionSql> sections) {
        sections.values().stream()
                .filter(section -> !source.files().containsKey(section.id()))
                .forEach(section -> problem(
                        name,
                        section.line(),
                        "no file in versions has revision %s".formatted(section.id()),
                        "put its file there, name its folder with --version-locations, or write both files again"));
    }

    private static String list(Collection<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }

    private void problem(String origin, int line, String what, String help) {
        problems.accept(new ScriptProblem(origin, line, what, help));
    }
}
