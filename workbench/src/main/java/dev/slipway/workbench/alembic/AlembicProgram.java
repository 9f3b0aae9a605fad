package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How Alembic is called in a project.
///
/// @param words `alembic`, or `flask db`
/// @param heads the revisions that nothing builds on
record AlembicProgram(String words, List<String> heads) {
    static final String ALEMBIC = "alembic";
    static final String FLASK_MIGRATE = "flask db";

    AlembicProgram {
        heads = List.copyOf(heads);
    }

    /// What writes all SQL of a direction to a file. From several heads at once Alembic does not go down.
    String writeAll(Direction direction, String file) {
        List<String> from = heads.size() < 2 ? List.of("heads") : heads;
        return direction == Direction.UP ? commands(List.of(up("base")), ">", file) : commands(down(from), ">", file);
    }

    /// What adds the SQL of all revisions that do not come before this one.
    String addUp(String from, String file) {
        return commands(List.of(up(from)), ">>", file);
    }

    /// What adds the SQL that takes revisions back, and all before them.
    String addDown(List<String> from, String file) {
        return commands(down(from), ">>", file);
    }

    private String up(String from) {
        return "%s upgrade %s:heads --sql".formatted(words, from);
    }

    private List<String> down(List<String> from) {
        return from.stream()
                .map(head -> "%s downgrade %s:base --sql".formatted(words, head))
                .toList();
    }

    private static String commands(List<String> commands, String first, String file) {
        return IntStream.range(0, commands.size())
                .mapToObj(index -> "`%s %s %s`".formatted(commands.get(index), index == 0 ? first : ">>", file))
                .collect(Collectors.joining(" and "));
    }
}
