package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.batch.BatchTransaction;
import dev.slipway.runner.postgres.batch.KeyCatalog;
import dev.slipway.runner.postgres.batch.KeyColumn;
import dev.slipway.runner.postgres.batch.KeyRange;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds where a script begins or goes on, once it is sure that its rows can be taken in the order of its key.
public final class BatchStart {
    private final Session session;
    private final BatchTable table;
    private final BatchRequest request;
    private final KeyRange range;

    private BatchStart(Session session, BatchTable table, BatchRequest request) {
        this.session = session;
        this.table = table;
        this.request = request;
        this.range = new KeyRange(request.batch().change(), key());
    }

    /// @throws SlipwayException with `BatchRefused` before anything is changed
    public static BatchStart of(Session session, BatchTable table, BatchRequest request) {
        BatchStart start = new BatchStart(session, table, request);
        start.known().ifPresent(start::requireSame);
        start.ask("create the table %s".formatted(table.qualifiedName()), () -> {
            table.create();
            return true;
        });
        return start;
    }

    private List<KeyColumn> key() {
        KeyCatalog.Found found = ask(
                "look at the key of %s".formatted(request.batch().change().table()),
                () -> KeyCatalog.find(
                        session,
                        request.batch().change(),
                        request.batch().settings().key()));
        return switch (found) {
            case KeyCatalog.Found.Usable(List<KeyColumn> columns) -> columns;
            case KeyCatalog.Found.Unusable(String why, String remedy) -> throw refused(why, remedy);
        };
    }

    private void requireSame(Checkpoint known) {
        if (!known.target().equals(request.target())) {
            throw refused(
                    "it was begun with %s and now names %s".formatted(known.target(), request.target()),
                    "name the table and the key as before");
        }
    }

    private SlipwayException refused(String why, String remedy) {
        return new SlipwayException(
                new BatchRefused(request.script().file().fileName(), why, remedy, request.progressed()));
    }

    /// What an earlier run left.
    public Optional<Checkpoint> known() {
        return ask("read %s".formatted(table.qualifiedName()), table::all).stream()
                .filter(row -> row.rank() == request.rank() && row.version().equals(request.version()))
                .findFirst();
    }

    /// Writes the first checkpoint, in a transaction of the session or on its own.
    public void begin() {
        Checkpoint first = first();
        ask("begin %s".formatted(request.label()), () -> {
            table.begin(first);
            return true;
        });
    }

    /// Begins, and gives the checkpoint as it was written.
    Checkpoint begun() {
        begin();
        return known().orElseThrow();
    }

    private <T extends @Nullable Object> T ask(String doing, DatabaseCall.Query<T> query) {
        return DatabaseCall.query(doing, request.progressed(), query);
    }

    private Checkpoint first() {
        BatchTransaction transaction = transaction(_ -> {});
        return new Checkpoint(
                request.rank(),
                request.version(),
                request.script().file().path(),
                request.script().file().checksum(),
                request.target(),
                request.batch().change().touches("").orElse(null),
                ask("look for the last row", transaction::highest),
                null,
                false,
                0,
                ask("count the rows", transaction::total),
                0,
                null,
                null,
                null,
                null);
    }

    BatchTransaction transaction(Consumer<ServerMessage> messages) {
        return new BatchTransaction(
                session, table, range, request.batch().statement().firstLine(), messages);
    }
}
