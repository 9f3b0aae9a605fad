package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.script.ScriptProblem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds where the two files of SQL and the files in `versions/` do not tell the same.
final class AlembicSourceCheck {
    private final AlembicSource source;
    private final Consumer<ScriptProblem> problems;

    private AlembicSourceCheck(AlembicSource source, Consumer<ScriptProblem> problems) {
        this.source = source;
        this.problems = problems;
    }

    static void check(AlembicSource source, Consumer<ScriptProblem> problems) {
        AlembicSourceCheck check = new AlembicSourceCheck(source, problems);
        source.files().values().forEach(check::checkFile);
        check.checkKnown(source.upName(), source.up());
        check.checkKnown(source.downName(), source.down());
    }

    private void checkFile(AlembicVersionFile file) {
        RevisionSql up = source.up().get(file.id());
        RevisionSql down = source.down().get(file.id());
        if (up == null && !source.up().isEmpty()) {
            missing(file, source.upName());
        }
        if (down == null && !file.refusesDowngrade() && !source.down().isEmpty()) {
            missing(file, source.downName());
        }
        if (up != null) {
            checkParents(file, up);
            checkCode(file, file.upgrades(), up, "upgrade()", source.upName());
        }
        if (down != null) {
            checkCode(file, file.downgrades() && !file.refusesDowngrade(), down, "downgrade()", source.downName());
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

    private void missing(AlembicVersionFile file, String sql) {
        problem(
                file.origin(),
                0,
                "%s has nothing of revision %s".formatted(sql, file.id()),
                "write the file again, from base to heads and back");
    }

    private void checkParents(AlembicVersionFile file, RevisionSql up) {
        boolean known = source.files().keySet().containsAll(file.parents());
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
    private void checkCode(AlembicVersionFile file, boolean code, RevisionSql section, String function, String sql) {
        if (code && section.sql().isEmpty() && !section.leftOut()) {
            problem(
                    file.origin(),
                    0,
                    "%s has code, but it left nothing in %s".formatted(function, sql),
                    "write below line %d there in SQL what it does".formatted(section.line()));
        }
    }

    private void checkKnown(String name, Map<String, RevisionSql> sections) {
        sections.values().stream()
                .filter(section -> !source.files().containsKey(section.id()))
                .forEach(section -> problem(
                        name,
                        section.line(),
                        "no file in versions has revision %s".formatted(section.id()),
                        "put its file there, or write both files again"));
    }

    private static String list(Collection<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }

    private void problem(String origin, int line, String what, String help) {
        problems.accept(new ScriptProblem(origin, line, what, help));
    }
}
