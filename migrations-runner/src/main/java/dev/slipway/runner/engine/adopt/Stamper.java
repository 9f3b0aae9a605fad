package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.plan.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.StampBackwards;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryReader;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records revisions as applied without running them, for a database whose tables were made some other way.
public final class Stamper {
    private final Session session;
    private final ScriptSet scripts;
    private final Version target;
    private final String historyTable;

    private Stamper(Session session, ScriptSet scripts, Version target, String historyTable) {
        this.session = session;
        this.scripts = scripts;
        this.target = target;
        this.historyTable = historyTable;
    }

    /// Records every script up to the target that the history does not hold yet.
    ///
    /// @throws SlipwayException if the history is above the target already, or does not match the scripts
    public static StampResult stamp(Session session, StampRequest request, Progress progress) {
        Version target = switch (request.target()) {
            case Target.At(Version version) -> version;
            case Target.Head() ->
                request.scripts()
                        .head()
                        .orElseThrow(() -> new SlipwayException(
                                new UsageFailure("there is no versioned script to stamp", "correct --locations")));
        };
        HistoryTable table =
                DatabaseCall.query("find the schema", () -> HistoryTable.in(session, request.historyTable()));
        LockWait.acquire(new RunLock(session, table), request.runLockTimeout(), progress);
        return new Stamper(session, request.scripts(), target, request.historyTable()).stamp(table);
    }

    private StampResult stamp(HistoryTable table) {
        Optional<History> found =
                DatabaseCall.query("read the history", () -> HistoryReader.read(session, historyTable));
        History history = found.orElse(History.EMPTY);
        Optional<Version> from = history.position();
        if (from.isPresent() && from.get().compareTo(target) > 0) {
            throw new SlipwayException(new StampBackwards(session.database(), from.get(), target));
        }
        List<Script.Versioned> missing = new Planner(scripts, Placeholders.none())
                .pending(history, new Target.At(target), true)
                .versioned();
        DatabaseCall.run("write the history", () -> table.stamp(found.isEmpty(), rows(history, missing), contracts()));
        return new StampResult(
                session.database(),
                from.orElse(null),
                target,
                missing.stream().map(Script.Versioned::version).toList());
    }

    private static List<NewRow> rows(History history, List<Script.Versioned> missing) {
        List<NewRow> rows = new ArrayList<>();
        int rank = history.nextRank();
        for (Script.Versioned script : missing) {
            rows.add(NewRow.of(rank++, script, script.file().checksum()));
        }
        return rows;
    }

    private List<Version> contracts() {
        return scripts.versioned().stream()
                .filter(script -> script.header().contract() && script.version().compareTo(target) <= 0)
                .map(Script.Versioned::version)
                .toList();
    }
}
