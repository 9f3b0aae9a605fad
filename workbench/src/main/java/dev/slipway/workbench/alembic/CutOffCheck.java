package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds where Alembic stopped while it wrote SQL: in a function that raises an error, also because it reads rows,
/// which
/// there are none of offline.
final class CutOffCheck {
    private final AlembicSource source;
    private final Direction direction;
    private final AlembicProgram program;
    private final Map<String, RevisionSql> sections;
    private final String name;

    private CutOffCheck(AlembicSource source, Direction direction, AlembicProgram program) {
        this.source = source;
        this.direction = direction;
        this.program = program;
        this.sections = direction == Direction.UP ? source.up() : source.down();
        this.name = direction == Direction.UP ? source.upName() : source.downName();
    }

    /// @return whether there is nothing that would explain what is missing
    static boolean isWhole(
            AlembicSource source, Direction direction, AlembicProgram program, Consumer<ScriptProblem> problems) {
        CutOffCheck check = new CutOffCheck(source, direction, program);
        List<AlembicVersionFile> missing = check.missing();
        List<RevisionSql> cutOff = check.sections.values().stream()
                .filter(section -> !section.whole())
                .filter(section -> check.isNeeded(section, missing))
                .toList();
        cutOff.forEach(section -> problems.accept(check.problem(section, missing)));
        return cutOff.isEmpty() && !check.sections.isEmpty();
    }

    /// What is new, and has no SQL yet.
    private List<AlembicVersionFile> missing() {
        return source.added().stream()
                .filter(file -> !sections.containsKey(file.id()))
                .filter(file -> direction == Direction.UP || !file.downgrade().raises())
                .toList();
    }

    private boolean isNeeded(RevisionSql section, List<AlembicVersionFile> missing) {
        return !missing.isEmpty() || (!refuses(section) && !source.imported().contains(section.id()));
    }

    /// Whether the revision cannot be taken back anyway.
    private boolean refuses(RevisionSql section) {
        AlembicVersionFile file = source.files().get(section.id());
        return direction == Direction.DOWN && file != null && file.downgrade().raises();
    }

    private ScriptProblem problem(RevisionSql section, List<AlembicVersionFile> missing) {
        String rest = rest(section, missing);
        String function = direction == Direction.UP ? "upgrade()" : "downgrade()";
        if (refuses(section)) {
            return new ScriptProblem(
                    name,
                    section.line(),
                    "it ends at revision %s, whose downgrade() raises an error".formatted(section.id()),
                    "add the rest with " + rest);
        }
        String complete = source.imported().contains(section.id())
                ? ""
                : "write in SQL at its end what is missing, and COMMIT; below";
        return new ScriptProblem(
                name,
                section.line(),
                "revision %s is cut off: Alembic stopped in %s, which raises an error, or reads rows of which there are none offline"
                        .formatted(section.id(), function),
                missing.isEmpty()
                        ? complete
                        : complete.isEmpty()
                                ? "add the rest with " + rest
                                : complete + ", then add the rest with " + rest);
    }

    private String rest(RevisionSql section, List<AlembicVersionFile> missing) {
        return direction == Direction.UP
                ? program.addUp(section.id(), name)
                : program.addDown(AlembicHeads.of(missing), name);
    }
}
