package dev.slipway.workbench.baseline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.proof.OtherTools;
import dev.slipway.runner.engine.revision.NewFiles;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a script that makes the schema of a database, and tries it: the first one where there is none, else one that
/// stands for all that are there. The database is only read.
///
/// @param ignored schemas that others look after
public record BaselineWriter(RevisionFolder home, String historyTable, Set<String> ignored, Progress progress) {
    private static final Version FIRST = Version.parse("1").orElseThrow();

    public BaselineWriter {
        ignored = Set.copyOf(ignored);
    }

    /// @throws SlipwayException if the database has no objects, or is not where the scripts lead
    public BaselineResult write(Session live, ScratchServer server) {
        FoundHistory found = HistorySearch.find(live, historyTable, home.scripts(), progress);
        Version version = version(live, found);
        boolean stands = !home.scripts().versioned().isEmpty();
        SchemaScope scope = new SchemaScope(
                historyTable,
                ignored,
                OtherTools.tables(Manifest.EMPTY, found.place().schema()),
                false);
        BaselineSql sql;
        try (ScratchDatabase database = server.create()) {
            sql = BaselineSql.of(live, database.session(), scope);
        }
        if (sql.statements().isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "%s has no objects of which a script could be written".formatted(live.database()),
                    "write the first script with `revision -m ...`"));
        }
        String name = (stands ? "B%s__as_of_%s.sql" : "V%s__baseline.sql").replace("%s", version.toString());
        NewFiles.write(home.folder(), Map.of(name, sql.text()));
        return new BaselineResult(
                live.database(),
                home.folder().resolve(name).toString(),
                version,
                stands,
                sql.objects(),
                sql.refused(),
                sql.differences());
    }

    /// A script that stands for others makes what they make, no less and no more.
    private Version version(Session live, FoundHistory found) {
        if (home.scripts().versioned().isEmpty()) {
            return FIRST;
        }
        RevisionGraph graph = RevisionGraph.of(home.scripts());
        HistoryCheck.require(graph, found.history());
        List<Version> position = new DatabaseState(graph, found.history()).position();
        if (position.size() != 1 || !position.equals(graph.heads())) {
            throw new SlipwayException(new UsageFailure(
                    "there are scripts in %s, and %s is not at their one head"
                            .formatted(home.folder(), live.database()),
                    "run `upgrade` in it first: the script stands for all that are there; or name an empty folder with"
                            + " --locations"));
        }
        return position.getFirst();
    }
}
