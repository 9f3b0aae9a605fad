package dev.slipway.workbench.alembic;

import dev.slipway.runner.postgres.catalog.AlembicVersions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises what Alembic writes for itself: the table of its version, and the rows in it.
///
/// Source: `HeadMaintainer` in https://github.com/sqlalchemy/alembic/blob/main/alembic/runtime/migration.py
final class AlembicVersionTable {
    private static final Pattern ROW = Pattern.compile("INSERT INTO (\\S+) \\(version_num\\) VALUES \\('[^']*'\\).*;"
            + "|UPDATE (\\S+) SET version_num='[^']*' WHERE \\S*version_num = '[^']*';"
            + "|DELETE FROM (\\S+) WHERE \\S*version_num = '[^']*';");
    private static final Pattern CREATE = Pattern.compile("CREATE TABLE \\S+ \\(");
    private static final Pattern COLUMN = Pattern.compile("\\s*version_num VARCHAR\\(\\d+\\) NOT NULL,?\\s*");

    /// A statement of a revision on the table and nothing else; `TABLE` stands for it.
    private static final String STATEMENT = """
        (?isx) \\s*
        ( (ALTER | DROP | CREATE | COMMENT \\s+ ON | TRUNCATE | LOCK) \\s+ TABLE \\s+
            (IF \\s+ (NOT \\s+)? EXISTS \\s+)? (ONLY \\s+)?
        | COMMENT \\s+ ON \\s+ COLUMN \\s+ | TRUNCATE \\s+ | LOCK \\s+
        | INSERT \\s+ INTO \\s+ | UPDATE \\s+ (ONLY \\s+)? | DELETE \\s+ FROM \\s+ (ONLY \\s+)?
        | (GRANT | REVOKE) \\s [^;]*? \\s ON \\s+ (TABLE \\s+)?
        | CREATE \\s+ (UNIQUE \\s+)? INDEX \\b [^;]*? \\b ON \\s+ (ONLY \\s+)?
        ) TABLE ([^;'] | '[^']*')* ; \\s*
        """;
    private static final String REFERENCE = "(?:(?:\"[^\"]+\"|[\\w$]+)\\s*\\.\\s*)?(?:\"%1$s\"|%1$s(?![\\w$]))";

    private final List<SqlLines.Line> lines;
    private final String drop;
    private final Pattern statement;
    private final Pattern mention;

    AlembicVersionTable(List<SqlLines.Line> lines) {
        this.lines = lines;
        String table = table(lines);
        this.drop = "DROP TABLE %s;".formatted(table);
        String name = table.substring(table.lastIndexOf('.') + 1).replace("\"", "");
        String reference = REFERENCE.formatted(Pattern.quote(name));
        this.statement = Pattern.compile(STATEMENT.replace(" TABLE (", " " + reference + " ("));
        this.mention = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    }

    /// Whether SQL that is not left out names Alembic's table.
    boolean isIn(String sql) {
        return mention.matcher(sql).find();
    }

    boolean isRow(SqlLines.Line line) {
        return line.outside() && ROW.matcher(line.text()).matches();
    }

    /// How many lines from here on are a statement on Alembic's table that a revision asked for.
    int statementLength(int index) {
        if (!lines.get(index).outside() || lines.get(index).text().isBlank()) {
            return 0;
        }
        StringBuilder text = new StringBuilder();
        for (int end = index; end < lines.size(); end++) {
            text.append(lines.get(end).text()).append('\n');
            boolean ends = lines.get(end).text().stripTrailing().endsWith(";");
            if (ends && (end + 1 == lines.size() || lines.get(end + 1).outside())) {
                return statement.matcher(text).matches() ? end + 1 - index : 0;
            }
        }
        return 0;
    }

    private static String table(List<SqlLines.Line> lines) {
        return lines.stream()
                .filter(SqlLines.Line::outside)
                .map(line -> ROW.matcher(line.text()))
                .filter(Matcher::matches)
                .map(row -> row.group(1) != null ? row.group(1) : row.group(2) != null ? row.group(2) : row.group(3))
                .findFirst()
                .orElse(AlembicVersions.TABLE);
    }

    /// How many lines from here on are Alembic's own.
    int length(int index) {
        SqlLines.Line line = lines.get(index);
        if (!line.outside()) {
            return 0;
        }
        if (isRow(line) || line.text().strip().equals(drop)) {
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
