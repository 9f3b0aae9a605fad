package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads what `alembic upgrade base:head --sql` and `alembic downgrade head:base --sql` write.
///
/// Before each revision Alembic writes `-- Running upgrade a, b -> c`. A block that commits by itself stands between
/// `COMMIT;` and `BEGIN;`.
final class AlembicSql {
    private static final Pattern MARKER = Pattern.compile("-- Running (upgrade|downgrade)\\s+(.*?)\\s*->\\s*(.*?)\\s*");
    private static final String BEGIN = "BEGIN;";
    private static final String COMMIT = "COMMIT;";

    private final String origin;
    private final Direction direction;
    private final Consumer<ScriptProblem> problems;
    private final List<SqlLines.Line> lines;
    private final AlembicVersionTable bookkeeping;
    private final Map<String, RevisionSql> sections = new LinkedHashMap<>();

    private AlembicSql(String origin, String text, Direction direction, Consumer<ScriptProblem> problems) {
        this.origin = origin;
        this.direction = direction;
        this.problems = problems;
        this.lines = SqlLines.of(text);
        this.bookkeeping = new AlembicVersionTable(lines);
    }

    /// @param origin the file, for people
    /// @return the revisions in the order of the file, by their ids
    static Map<String, RevisionSql> read(
            String origin, String text, Direction direction, Consumer<ScriptProblem> problems) {
        AlembicSql reader = new AlembicSql(origin, text, direction, problems);
        reader.read();
        return reader.sections;
    }

    private void read() {
        List<Integer> starts = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (marker(lines.get(index)).isPresent()) {
                starts.add(index);
            }
        }
        if (starts.isEmpty()) {
            problem(0, "it holds no revision", "write it with `%s`".formatted(command(direction)));
            return;
        }
        readPreamble(starts.getFirst());
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            readSection(starts.get(i), end);
        }
    }

    private static Optional<Matcher> marker(SqlLines.Line line) {
        Matcher matcher = MARKER.matcher(line.text());
        return line.outside() && matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    static String command(Direction direction) {
        return direction == Direction.UP ? "alembic upgrade base:heads --sql" : "alembic downgrade heads:base --sql";
    }

    /// What stands before the first revision belongs to none.
    private void readPreamble(int end) {
        own(0, end).stream()
                .filter(line -> !isControl(line) && !line.text().isBlank())
                .findFirst()
                .ifPresent(line -> problem(
                        line.number(),
                        "this line belongs to no revision",
                        "take out what env.py writes before the first revision, and keep it in a script of its own"));
    }

    private void readSection(int start, int end) {
        Matcher marker = marker(lines.get(start)).orElseThrow();
        int line = lines.get(start).number();
        boolean up = marker.group(1).equals("upgrade");
        if (up != (direction == Direction.UP)) {
            problem(line, "this is the output of another command", "write it with `%s`".formatted(command(direction)));
            return;
        }
        List<String> parents = ids(marker.group(up ? 2 : 3));
        List<SqlLines.Line> own = own(start + 1, end);
        String id = marker.group(up ? 3 : 2);
        String sql = sql(own);
        RevisionSql section = new RevisionSql(
                id, parents, line, sql, leftOut(start + 1, end, parents), bookkeeping.isIn(sql), !commits(own));
        if (sections.putIfAbsent(id, section) != null) {
            problem(line, "revision %s is here a second time".formatted(id), "take one of the two out");
        }
    }

    private static List<String> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /// The lines without Alembic's own, and without the blank line after each of those.
    private List<SqlLines.Line> own(int start, int end) {
        List<SqlLines.Line> own = new ArrayList<>();
        int index = start;
        while (index < end) {
            int length = Math.max(bookkeeping.length(index), bookkeeping.statementLength(index));
            if (length == 0) {
                own.add(lines.get(index));
                index++;
            } else {
                index += length;
                if (index < end && lines.get(index).text().isBlank()) {
                    index++;
                }
            }
        }
        return own;
    }

    /// Alembic itself writes as many rows as the revision has parents, and one at least.
    private boolean leftOut(int start, int end, List<String> parents) {
        long rows =
                lines.subList(start, end).stream().filter(bookkeeping::isRow).count();
        return rows > Math.max(1, parents.size())
                || IntStream.range(start, end)
                        .anyMatch(index -> bookkeeping.length(index) == 0 && bookkeeping.statementLength(index) > 0);
    }

    private static boolean isControl(SqlLines.Line line) {
        return line.outside()
                && (line.text().strip().equals(BEGIN) || line.text().strip().equals(COMMIT));
    }

    /// Whether something stands after a `COMMIT;` and before the next `BEGIN;`.
    private static boolean commits(List<SqlLines.Line> lines) {
        boolean committed = false;
        for (SqlLines.Line line : lines) {
            if (isControl(line)) {
                committed = line.text().strip().equals(COMMIT);
            } else if (committed && !line.text().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static String sql(List<SqlLines.Line> lines) {
        StringBuilder sql = new StringBuilder();
        boolean controlBefore = false;
        for (SqlLines.Line line : lines) {
            boolean control = isControl(line);
            if (!control && !(controlBefore && line.text().isBlank())) {
                sql.append(line.text()).append('\n');
            }
            controlBefore = control;
        }
        String text = sql.toString().strip();
        return text.isEmpty() ? "" : text + "\n";
    }

    private void problem(int line, String what, String help) {
        problems.accept(new ScriptProblem(origin, line, what, help));
    }
}
