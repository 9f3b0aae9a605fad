package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes single percent signs of those that Alembic doubled. It doubles all of them or none, as the driver wants it.
///
/// Source: https://docs.sqlalchemy.org/en/20/faq/sqlexpressions.html on percent signs
final class PercentSigns {
    private static final Pattern RUN = Pattern.compile("%+");

    private PercentSigns() {}

    /// @param environment what sets Alembic up: `env.py`, and the settings it reads
    /// @return the text as PostgreSQL is to read it
    static String single(SqlFile file, String environment, Consumer<ScriptProblem> problems) {
        String text = file.text();
        List<MatchResult> runs = RUN.matcher(text).results().toList();
        List<MatchResult> odd =
                runs.stream().filter(run -> run.group().length() % 2 == 1).toList();
        boolean neverDoubles =
                environment.contains("paramstyle") || (environment.contains("asyncpg") && !odd.isEmpty());
        if (neverDoubles || odd.size() == runs.size()) {
            return text;
        }
        if (odd.isEmpty() && !environment.contains("asyncpg")) {
            return text.replace("%%", "%");
        }
        MatchResult place = odd.isEmpty() ? runs.getFirst() : odd.getFirst();
        problems.accept(new ScriptProblem(
                file.name(),
                (int) text.substring(0, place.end()).lines().count(),
                odd.isEmpty()
                        ? "whether the percent signs are doubled is not known"
                        : "this percent sign is single, and others are double",
                "give context.configure in env.py dialect_opts={\"paramstyle\": \"named\"} and write the file again, or"
                        + " double those that somebody added"));
        return text;
    }
}
