package dev.slipway.workbench.alembic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the text of a file in Alembic's `versions/` says; no Python is run.
///
/// @param origin the file, for people
/// @param description the first line of its docstring
/// @param parents the ids in `down_revision`
/// @param labels those in `branch_labels`
/// @param dependsOn ids, beginnings of ids, or branch labels
/// @param unread the variables that only Python can tell
/// @param upgrade what `upgrade()` does
/// @param downgrade what `downgrade()` does
record AlembicVersionFile(
        String origin,
        String id,
        String description,
        List<String> parents,
        List<String> labels,
        List<String> dependsOn,
        Set<String> unread,
        AlembicFunction upgrade,
        AlembicFunction downgrade) {
    private static final String ID = "revision";
    private static final String PARENTS = "down_revision";
    private static final String LABELS = "branch_labels";
    private static final String DEPENDS_ON = "depends_on";
    private static final Pattern NAMED_BY_ID = Pattern.compile("([a-f0-9]+)\\.py");

    AlembicVersionFile {
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        unread = Set.copyOf(unread);
    }

    /// A file without the variable `revision` is one of a revision only if its name is an id.
    ///
    /// Source: `Script._from_filename` in https://github.com/sqlalchemy/alembic/blob/main/alembic/script/base.py
    ///
    /// @return nothing if the text is not that of a revision
    static Optional<AlembicVersionFile> parse(Path file, String text) {
        PythonModule module = PythonModule.read(text);
        return id(file, module).map(id -> {
            Set<String> unread = new TreeSet<>();
            for (String variable : List.of(PARENTS, LABELS, DEPENDS_ON)) {
                if (module.strings(variable).isEmpty()) {
                    unread.add(variable);
                }
            }
            return new AlembicVersionFile(
                    file.toString(),
                    id,
                    description(module).orElse(id),
                    module.strings(PARENTS).orElse(List.of()),
                    module.strings(LABELS).orElse(List.of()),
                    module.strings(DEPENDS_ON).orElse(List.of()),
                    unread,
                    AlembicFunction.of(module, "upgrade"),
                    AlembicFunction.of(module, "downgrade"));
        });
    }

    private static Optional<String> id(Path file, PythonModule module) {
        Matcher named = NAMED_BY_ID.matcher(String.valueOf(file.getFileName()));
        return module.assigns(ID)
                ? module.strings(ID).flatMap(ids -> ids.stream().findFirst())
                : named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static Optional<String> description(PythonModule module) {
        return module.docstring().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    boolean parentsAreRead() {
        return !unread.contains(PARENTS);
    }

    boolean labelsAreRead() {
        return !unread.contains(LABELS);
    }

    boolean dependenciesAreRead() {
        return !unread.contains(DEPENDS_ON);
    }
}
