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
/// Before each revision Alembic writes `-- Running upgrade a, b -> c`, and behind it the row of its own table. A block
/// that commits by itself stands between `COMMIT;` and `BEGIN;`. What another call wrote may follow.
final class AlembicSql {
    private static final Pattern MARKER = Pattern.compile("-- Running (upgrade|downgrade)\\s+(.*?)\\s*->\\s*(.*?)\\s*");
    private static final String BEGIN = "BEGIN;";
    private static final String COMMIT = "COMMIT;";

    private final SqlFile file;
    private final AlembicProgram program;
    private final Map<String, AlembicVersionFile> revisions;
    private final Consumer<ScriptProblem> problems;
    private final List<SqlLines.Line> lines;
    private final AlembicVersionTable bookkeeping;
    private final Map<String, RevisionSql> sections = new LinkedHashMap<>();

    private AlembicSql(
            SqlFile file,
            AlembicProgram program,
            Map<String, AlembicVersionFile> revisions,
            Consumer<ScriptProblem> problems) {
        this.file = file;
        this.program = program;
        this.revisions = revisions;
        this.problems = problems;
        this.lines = SqlLines.of(file.text());
        this.bookkeeping = new AlembicVersionTable(lines);
    }

    /// @param revisions those in `versions/`, by their ids
    /// @return the revisions in the order of the file, by their ids
    static Map<String, RevisionSql> read(
            SqlFile file,
            AlembicProgram program,
            Map<String, AlembicVersionFile> revisions,
            Consumer<ScriptProblem> problems) {
        AlembicSql reader = new AlembicSql(file, program, revisions, problems);
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
            problem(0, "it holds no revision", "write it with " + program.writeAll(file.direction(), file.name()));
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
        if (up != (file.direction() == Direction.UP)) {
            problem(
                    line,
                    "this is the output of another command",
                    "write it with " + program.writeAll(file.direction(), file.name()));
            return;
        }
        String id = marker.group(up ? 3 : 2);
        List<String> parents = ids(marker.group(up ? 2 : 3));
        List<SqlLines.Line> own = own(start + 1, end);
        String sql = sql(own);
        add(new RevisionSql(
                id,
                parents,
                line,
                sql,
                leftOut(start + 1, end, id, parents.size()),
                bookkeeping.isIn(sql),
                !commits(own),
                isWhole(start + 1, end)));
    }

    /// What several calls wrote may overlap, and one that was cut off gives way to one that is whole.
    private void add(RevisionSql section) {
        RevisionSql former = sections.get(section.id());
        if (former == null || !former.whole()) {
            sections.put(section.id(), section);
        } else if (section.whole() && !section.saysTheSame(former)) {
            problem(
                    section.line(),
                    "revision %s is here a second time".formatted(section.id()),
                    "take one of the two out");
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

    /// Alembic itself writes at most one row for each revision that this one builds or depends on.
    private boolean leftOut(int start, int end, String id, int parents) {
        AlembicVersionFile revision = revisions.get(id);
        int builtOn = parents + (revision == null ? 0 : revision.dependsOn().size());
        return rows(start, end) > Math.max(1, builtOn)
                || IntStream.range(start, end)
                        .anyMatch(index -> bookkeeping.length(index) == 0 && bookkeeping.statementLength(index) > 0);
    }

    private long rows(int start, int end) {
        return lines.subList(start, end).stream().filter(bookkeeping::isRow).count();
    }

    /// Whether Alembic came to the end of the revision, or somebody else who committed it.
    private boolean isWhole(int start, int end) {
        return rows(start, end) > 0
                || lines.subList(start, end).reversed().stream()
                        .filter(line -> !line.text().isBlank() && !isControl(line, BEGIN))
                        .limit(1)
                        .anyMatch(line -> isControl(line, COMMIT));
    }

    private static boolean isControl(SqlLines.Line line) {
        return isControl(line, BEGIN) || isControl(line, COMMIT);
    }

    private static boolean isControl(SqlLines.Line line, String word) {
        return line.outside() && line.text().strip().equals(word);
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
        problems.accept(new ScriptProblem(file.name(), line, what, help));
    }
}
