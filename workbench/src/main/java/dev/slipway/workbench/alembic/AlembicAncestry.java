package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Gives revisions their versions as parents. What a revision depends on is a further parent, unless another parent
/// builds on it anyway.
final class AlembicAncestry {
    private final Map<String, AlembicVersionFile> files;
    private final Consumer<ScriptProblem> problems;
    private final Map<String, Version> versions = new HashMap<>();
    private final Map<Version, Set<Version>> below = new HashMap<>();

    AlembicAncestry(Map<String, AlembicVersionFile> files, ImportedBefore before, Consumer<ScriptProblem> problems) {
        this.files = files;
        this.problems = problems;
        before.versions().forEach((id, version) -> {
            versions.put(id, version);
            Set<Version> reached = new TreeSet<>(before.upTo(version));
            reached.remove(version);
            below.put(version, reached);
        });
    }

    /// @param file of a revision that comes after all its parents
    /// @return its parents in version order
    List<Version> add(Version version, AlembicVersionFile file, List<String> parents) {
        Set<Version> all = all(file, parents);
        Set<Version> reached = new TreeSet<>(all);
        all.forEach(parent -> reached.addAll(below.getOrDefault(parent, Set.of())));
        versions.put(file.id(), version);
        below.put(version, reached);
        return direct(all);
    }

    private Set<Version> all(AlembicVersionFile file, List<String> parents) {
        List<String> ids = new ArrayList<>(parents);
        for (String name : file.dependsOn()) {
            dependency(name).ifPresentOrElse(ids::add, () -> unknown(file, "depends on " + name));
        }
        Set<Version> all = new TreeSet<>();
        for (String id : ids) {
            Optional.ofNullable(versions.get(id)).ifPresentOrElse(all::add, () -> unknown(file, "comes from " + id));
        }
        return all;
    }

    /// Those that no other of them builds on.
    private List<Version> direct(Set<Version> all) {
        Set<Version> direct = new TreeSet<>(all);
        all.forEach(parent -> direct.removeAll(below.getOrDefault(parent, Set.of())));
        return List.copyOf(direct);
    }

    /// Alembic takes an id, the beginning of one, or a branch label.
    ///
    /// Source: https://alembic.sqlalchemy.org/en/latest/branches.html#branch-dependencies
    private Optional<String> dependency(String name) {
        if (files.containsKey(name)) {
            return Optional.of(name);
        }
        List<String> found = files.values().stream()
                .filter(file -> file.labels().contains(name))
                .map(AlembicVersionFile::id)
                .toList();
        List<String> beginning =
                files.keySet().stream().filter(id -> id.startsWith(name)).toList();
        List<String> candidates = found.isEmpty() ? beginning : found;
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private void unknown(AlembicVersionFile file, String what) {
        problems.accept(new ScriptProblem(
                file.origin(),
                0,
                "revision %s %s, which does not come before it".formatted(file.id(), what),
                "name the id of a revision, and write both files of SQL again"));
    }
}
