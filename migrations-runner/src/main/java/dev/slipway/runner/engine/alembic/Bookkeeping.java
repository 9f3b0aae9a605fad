package dev.slipway.runner.engine.alembic;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises what Alembic writes for itself: the table of its version, and the rows in it.
///
/// Source: `HeadMaintainer` in https://github.com/sqlalchemy/alembic/blob/main/alembic/runtime/migration.py
final class Bookkeeping {
    private static final Pattern ROW = Pattern.compile("INSERT INTO (\\S+) \\(version_num\\) VALUES \\('[^']*'\\).*;"
            + "|UPDATE (\\S+) SET version_num='[^']*' WHERE \\S*version_num = '[^']*';"
            + "|DELETE FROM (\\S+) WHERE \\S*version_num = '[^']*';");
    private static final Pattern CREATE = Pattern.compile("CREATE TABLE \\S+ \\(");
    private static final Pattern COLUMN = Pattern.compile("\\s*version_num VARCHAR\\(\\d+\\) NOT NULL,?\\s*");
    private static final String USUAL_TABLE = "alembic_version";

    private final List<SqlLines.Line> lines;
    private final String drop;

    Bookkeeping(List<SqlLines.Line> lines) {
        this.lines = lines;
        this.drop = "DROP TABLE %s;".formatted(table(lines));
    }

    private static String table(List<SqlLines.Line> lines) {
        return lines.stream()
                .filter(SqlLines.Line::outside)
                .map(line -> ROW.matcher(line.text()))
                .filter(Matcher::matches)
                .map(row -> row.group(1) != null ? row.group(1) : row.group(2) != null ? row.group(2) : row.group(3))
                .findFirst()
                .orElse(USUAL_TABLE);
    }

    /// How many lines from here on are Alembic's own.
    int length(int index) {
        SqlLines.Line line = lines.get(index);
        if (!line.outside()) {
            return 0;
        }
        if (ROW.matcher(line.text()).matches() || line.text().strip().equals(drop)) {
            return 1;
        }
        boolean table = CREATE.matcher(line.text().strip()).matches()
                && index + 1 < lines.size()
                && COLUMN.matcher(lines.get(index + 1).text()).matches();
        return table ? tableLength(index) : 0;
    }

    private int tableLength(int index) {
        int end = index;
        while (end < lines.size() && !lines.get(end).text().strip().equals(");")) {
            end++;
        }
        return Math.min(end + 1, lines.size()) - index;
    }
}
