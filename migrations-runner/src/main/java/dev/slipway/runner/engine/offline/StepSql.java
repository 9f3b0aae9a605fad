package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.engine.plan.OwnTransactions;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.Leftovers;
import dev.slipway.runner.postgres.recovery.NonTransactionalStatement;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.List;
import java.util.stream.Collectors;

/// Writes one script with what the runner does around it.
record StepSql(OfflineRequest request, OfflineRun run, HistorySql history, RepeatedSql repeated, Contracts contracts) {
    private static final String FORGET = ":slipway_leftovers\n";

    static StepSql of(OfflineRequest request, OfflineRun run) {
        HistorySql history = new HistorySql(run.schema(), request.historyTable(), request.made());
        return new StepSql(
                request,
                run,
                history,
                new RepeatedSql(run, history),
                new Contracts(request.graph().scripts(), run.history()));
    }

    String of(ResumableStep resumable) {
        Script script = resumable.step().script();
        NewRow row = NewRow.of(resumable.rank(), script, resumable.step().checksum());
        String body = "\\echo %s\n".formatted(echoed(doing(script) + " " + script.title()))
                + (resumable.step().transactional() ? transactional(resumable, row) : standalone(resumable, row));
        contracts.passed(script);
        boolean mayBeUnchanged =
                run.again().contains(resumable) || (!run.connected() && script instanceof Script.Repeatable);
        String alone = resumable.step().inBatches().isPresent()
                ? ", in one transaction: psql knows no batches"
                : resumable.step().transactional() ? "" : ", without a transaction";
        return "\n-- %s%s\n".formatted(PsqlScript.oneLine(script.file().path()), alone)
                + (mayBeUnchanged ? history.changed(row) + "\\if :slipway_changed\n" + body + "\\endif\n" : body);
    }

    private static String doing(Script script) {
        return script instanceof Script.Undo ? "taking back" : "applying";
    }

    /// As psql reads an argument: a backslash within quotes has a meaning of its own.
    static String echoed(String text) {
        return '\'' + inEcho(text) + '\'';
    }

    /// The same between its quotes.
    static String inEcho(String text) {
        return PsqlScript.oneLine(text).replace("\\", "\\\\").replace("'", "''");
    }

    /// Keeps in a variable of psql what takes from the session whatever a script has left in it.
    String leftovers() {
        String sql = "reset session authorization; %s; reset all; ".formatted(role())
                + PsqlScript.read("settings.sql")
                + Leftovers.objectsAndPlans();
        return PsqlScript.read("timeouts.sql") + "\\set slipway_leftovers %s\n".formatted(echoed(sql.strip())) + FORGET;
    }

    private String role() {
        String role = request.ownerRole();
        return role == null ? "reset role" : "set role " + Quote.identifier(role);
    }

    private String transactional(ResumableStep resumable, NewRow row) {
        Script script = resumable.step().script();
        boolean begun = isBegun(resumable);
        return (begun ? HistorySql.resume(resumable.rank()) : "")
                + "begin;\nset local lock_timeout = %d;\n".formatted(lockTimeout(script))
                + statements(resumable.rest())
                + "set constraints all immediate;\n"
                + FORGET
                + PsqlScript.read("locks.sql")
                + (begun ? history.update(row, true) : history.append(row))
                + repeatables(resumable)
                + history.recordContracts(contracts.after(script))
                + "commit;\n";
    }

    /// In milliseconds.
    private long lockTimeout(Script script) {
        return script.header().lockTimeoutOr(request.lockTimeout()).toMillis();
    }

    /// Whether its row is there already.
    private boolean isBegun(ResumableStep resumable) {
        return resumable.begun() != null;
    }

    private String standalone(ResumableStep resumable, NewRow row) {
        Script script = resumable.step().script();
        List<Statement> all = resumable.step().statements();
        String lockTimeout = "set lock_timeout = %d;\n".formatted(lockTimeout(script));
        StringBuilder sql = new StringBuilder(lockTimeout)
                .append(statements(resumable.settings()))
                .append(begin(resumable, row.withChecksum(ResumePoint.checksum(all, resumable.done()))));
        OwnTransactions own = OwnTransactions.of(all);
        for (int done = resumable.done(); done < all.size(); done++) {
            String progress = history.update(row.withChecksum(ResumePoint.checksum(all, done + 1)), false);
            sql.append(own.commits(done) ? "set constraints all immediate;\n" + asOwner() + progress : "")
                    .append(patient(all.get(done), lockTimeout));
            if (done + 1 < all.size() && !own.commits(done) && !own.isOpen(done + 1)) {
                sql.append(recorded(progress));
            }
        }
        String contract = history.recordContracts(contracts.after(script));
        return sql.append("begin;\nset local transaction_read_only = off;\n")
                .append(FORGET)
                .append(PsqlScript.read("locks.sql"))
                .append(history.update(row, true))
                .append(repeatables(resumable))
                .append(contract)
                .append("commit;\n")
                .toString();
    }

    /// What waits by design, and makes nobody wait meanwhile, is not bounded.
    private static String patient(Statement statement, String lockTimeout) {
        String sql = PsqlText.of(statement);
        return NonTransactionalStatement.of(statement.sql()).waits()
                ? "set lock_timeout = 0;\n" + sql + lockTimeout
                : sql;
    }

    private String repeatables(ResumableStep resumable) {
        boolean first = run.direction() == Direction.DOWN
                && resumable.equals(run.steps().getFirst());
        return first
                ? history.takeBackRepeatables(!resumable.step().transactional() || isBegun(resumable))
                : repeated.takeBack(resumable);
    }

    private String begin(ResumableStep resumable, NewRow row) {
        Script script = resumable.step().script();
        String contract = history.recordContracts(contracts.during(script, true));
        contracts.recorded(script, true);
        if (!isBegun(resumable)) {
            return recorded(history.begin(row) + contract);
        }
        String progress = resumable.stood().isPresent() ? "" : history.update(row, false);
        return HistorySql.resume(resumable.rank())
                + (progress.isEmpty() && contract.isEmpty() ? "" : recorded(progress + contract));
    }

    private String recorded(String sql) {
        return "begin;\nset local transaction_read_only = off;\n" + asOwner() + sql + "commit;\n";
    }

    /// The history belongs to the role of the run, whatever the script has SET.
    private String asOwner() {
        String role = request.ownerRole();
        return """
            set local search_path = pg_catalog;
            set local session authorization default;
            set local role %s;
            """.formatted(role == null ? "none" : Quote.identifier(role));
    }

    private static String statements(List<Statement> statements) {
        return statements.stream().map(PsqlText::of).collect(Collectors.joining());
    }
}
