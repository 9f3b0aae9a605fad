package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.SearchPath;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryReader;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the one history of some scripts: in the schema that is worked in, else along the search path. From then on the
/// session creates in its schema what is not qualified.
///
/// Nobody means to begin a second history when a script made a schema with the name of the user, or when the search
/// path changed. So one that lies elsewhere ends the search, unless a schema is named with `--default-schema`.
public final class HistorySearch {
    /// Several histories of the same scripts are meant: each schema has its own.
    private static final int SEVERAL = 2;

    private final Session session;
    private final String table;
    private final ScriptSet scripts;
    private final Progress progress;

    private HistorySearch(Session session, String table, ScriptSet scripts, Progress progress) {
        this.session = session;
        this.table = table;
        this.scripts = scripts;
        this.progress = progress;
    }

    /// With one query, if there is one on the search path.
    ///
    /// @throws SlipwayException with `HistoryElsewhere`
    public static FoundHistory find(Session session, String table, ScriptSet scripts, Progress progress) {
        return new HistorySearch(session, table, scripts, progress).find();
    }

    /// What stands in a place that was found before.
    public static FoundHistory again(Session session, HistoryPlace place) {
        return new FoundHistory(
                place, DatabaseCall.query("read the history", () -> HistoryReader.read(session, place)));
    }

    private FoundHistory find() {
        HistoryReader.View view = DatabaseCall.query("read the history", () -> HistoryReader.look(session, table));
        String home = home(view);
        FoundHistory found = view.found()
                .filter(seen -> seen.schema().equals(home) || isMeant(seen))
                .map(seen -> new FoundHistory(place(seen.schema()), Optional.of(seen.history())))
                .orElseGet(() -> without(home));
        String schema = found.place().schema();
        if (found.exists() && !schema.equals(home)) {
            progress.report(new Event.HistoryOnPath(found.place().qualifiedName(), home));
        }
        work(view, schema);
        return found;
    }

    private void work(HistoryReader.View view, String schema) {
        DatabaseCall.run(
                "work in schema \"%s\"".formatted(schema),
                () -> session.workIn(schema, view.path(), schema.equals(view.current())));
    }

    /// The schema to work in if there is no history yet.
    private String home(HistoryReader.View view) {
        return session.defaultSchema()
                .or(session::namedSchema)
                .or(() -> Optional.ofNullable(view.current()))
                .or(view.path()::firstNamed)
                .orElse(SearchPath.PUBLIC);
    }

    /// Whether a history in another schema of the search path is the one to use.
    private boolean isMeant(HistoryReader.Found seen) {
        if (session.defaultSchema().isPresent()) {
            return false;
        }
        return switch (HistoryOrigin.of(seen.history(), scripts)) {
            case SAME -> true;
            case OTHER -> false;
            case UNTOLD -> session.namedSchema().isEmpty();
        };
    }

    private FoundHistory without(String home) {
        if (session.defaultSchema().isEmpty()) {
            refuseAnother(home);
        }
        return new FoundHistory(place(home), Optional.empty());
    }

    /// What lies in the schema itself by now is the beginning of another runner, which the lock lets finish.
    private void refuseAnother(String home) {
        List<String> others = new ArrayList<>();
        for (HistoryReader.Candidate candidate :
                DatabaseCall.query("look for a history", () -> HistoryReader.candidates(session, table))) {
            boolean elsewhere = candidate.readable() && !candidate.schema().equals(home);
            if (others.size() < SEVERAL && elsewhere && isOfTheScripts(candidate.schema())) {
                others.add(candidate.schema());
            }
        }
        if (others.size() == 1) {
            throw new SlipwayException(new HistoryElsewhere(
                    session.database(), place(others.getFirst()).qualifiedName(), others.getFirst(), home));
        }
    }

    private boolean isOfTheScripts(String schema) {
        Optional<History> history =
                DatabaseCall.query("read the history", () -> HistoryReader.read(session, schema, table));
        return history.filter(found -> HistoryOrigin.of(found, scripts) == HistoryOrigin.SAME)
                .isPresent();
    }

    private HistoryPlace place(String schema) {
        return new HistoryPlace(schema, table);
    }
}
