package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.batch.BatchIncomplete;
import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.batch.DivergenceQuery;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;

/// Lets no revision that older services cannot run on be applied before the large changes of data below it are
/// complete, and while older services write rows again that they would have to change.
///
/// What lies below a contract revision that is applied is settled: since then nobody writes such rows.
final class ContractGate {
    private final BatchTable table;
    private final Session session;
    private final Contracts contracts;

    ContractGate(BatchTable table, Session session, Contracts contracts) {
        this.table = table;
        this.session = session;
        this.contracts = contracts;
    }

    /// @throws SlipwayException with `BatchIncomplete`
    void require(Script script, RunProgress progressed) {
        if (!(script instanceof Script.Versioned revision) || !script.header().contract()) {
            return;
        }
        for (Checkpoint batch : DatabaseCall.query("read %s".formatted(table.qualifiedName()), table::all)) {
            boolean below = batch.version().compareTo(revision.version()) < 0;
            if (below && !contracts.standAbove(batch.version()) && isOpen(batch)) {
                throw new SlipwayException(new BatchIncomplete(script.label(), batch, progressed));
            }
        }
    }

    private boolean isOpen(Checkpoint batch) {
        return !batch.isComplete()
                || DatabaseCall.query("look for rows that differ", () -> DivergenceQuery.stands(session, batch));
    }
}
