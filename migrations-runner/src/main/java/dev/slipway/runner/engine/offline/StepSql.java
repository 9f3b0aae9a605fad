package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.plan.OwnTransactions;
import dev.slipway.runner.engine.plan.Prefix;
import dev.slipway.runner.engine.step.Contracts;
import dev.slipway.runner.engine.step.Work;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.sql.Quote;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Writes one script with what the runner does around it.
record StepSql(OfflineRequest request, OfflineRun run, HistorySql history, Contracts contracts) {
    static StepSql of(OfflineRequest request, OfflineRun run) {
        return new StepSql(
                request,
                run,
                new HistorySql(request.historyTable()),
                new Contracts(request.graph().scripts(), run.history()));
    }

    String of(Work work) {
        Script script = work.step().script();
        NewRow row = NewRow.of(work.rank(), script, work.step().checksum());
        String body = "\\echo %s\n".formatted(echoed(doing(script) + " " + script.title()))
                + prepare()
                + (work.step().transactional() ? transactional(work, row) : standalone(work, row));
        boolean mayBeUnchanged = !run.connected() && script instanceof Script.Repeatable;
        String alone = work.step().transactional() ? "" : ", without a transaction";
        return "\n-- %s%s\n".formatted(PsqlScript.oneLine(script.file().path()), alone)
                + (mayBeUnchanged ? history.changed(row) + "\\if :slipway_changed\n" + body + "\\endif\n" : body);
    }

    private static String doing(Script script) {
        return script instanceof Script.Undo ? "taking back" : "applying";
    }

    /// As psql reads an argument: a backslash within quotes has a meaning of its own.
    static String echoed(String text) {
        return '\'' + PsqlScript.oneLine(text).replace("\\", "\\\\").replace("'", "''") + '\'';
    }

    /// Takes back what an earlier script of the session may have SET.
    String prepare() {
        return "reset session authorization; %s; reset all;\n".formatted(setRole()) + PsqlScript.read("settings.sql");
    }

    private String setRole() {
        String role = request.ownerRole();
        return role == null ? "reset role" : "set role " + Quote.identifier(role);
    }

    private String transactional(Work work, NewRow row) {
        Script script = work.step().script();
        boolean begun = isBegun(work);
        Duration lockTimeout = script.header().ownLockTimeout().orElse(request.lockTimeout());
        boolean changesRole = ScriptExecutor.changesRole(work.rest());
        return (begun ? HistorySql.resume(work.rank()) : "")
                + "begin;\nset local lock_timeout = %d;\n".formatted(lockTimeout.toMillis())
                + statements(work.rest())
                + (changesRole ? "reset session authorization; %s;\n".formatted(setRole()) : "")
                + (begun ? history.update(row, true) : history.append(row, after(work)))
                + repeatables(work)
                + history.recordContract(contracts.after(script))
                + "commit;\n";
    }

    /// Whether its row is there already.
    private boolean isBegun(Work work) {
        return work.rank() < run.history().nextRank();
    }

    private String standalone(Work work, NewRow row) {
        Script script = work.step().script();
        List<Statement> all = work.step().statements();
        Duration lockTimeout = script.header().ownLockTimeout().orElse(Duration.ZERO);
        StringBuilder sql = new StringBuilder("set lock_timeout = %d;\n".formatted(lockTimeout.toMillis()))
                .append(statements(work.settings()))
                .append(begin(work, row.withChecksum(Prefix.checksum(all, work.done()))));
        OwnTransactions own = OwnTransactions.of(all);
        for (int done = work.done(); done < all.size(); done++) {
            String progress = history.update(row.withChecksum(Prefix.checksum(all, done + 1)), false);
            sql.append(own.commits(done) ? localRole(work) + progress : "").append(PsqlText.of(all.get(done)));
            if (done + 1 < all.size() && !own.commits(done) && !own.isOpen(done + 1)) {
                sql.append(recorded(work, progress));
            }
        }
        String contract = history.recordContract(contracts.after(script));
        return sql.append(recorded(work, history.update(row, true) + repeatables(work) + contract))
                .toString();
    }

    /// On the way down the runner knows all ranks before it begins.
    private int after(Work work) {
        return run.direction() == Direction.DOWN ? work.rank() - run.history().nextRank() + 1 : 0;
    }

    private String repeatables(Work work) {
        boolean first =
                run.direction() == Direction.DOWN && work.equals(run.works().getFirst());
        return first
                ? history.takeBackRepeatables(
                        run.works().size() + 1, !work.step().transactional() || isBegun(work))
                : "";
    }

    private String begin(Work work, NewRow row) {
        return isBegun(work)
                ? HistorySql.resume(work.rank()) + recorded(work, history.update(row, false))
                : recorded(work, history.begin(row, after(work)));
    }

    private String recorded(Work work, String sql) {
        return "begin;\n" + localRole(work) + sql + "commit;\n";
    }

    /// The history belongs to the role of the run, whatever role the script took on.
    private String localRole(Work work) {
        String role = request.ownerRole();
        return ScriptExecutor.changesRole(work.step().statements())
                ? "set local session authorization default; set local role %s;\n"
                        .formatted(role == null ? "none" : Quote.identifier(role))
                : "";
    }

    private static String statements(List<Statement> statements) {
        return statements.stream().map(PsqlText::of).collect(Collectors.joining());
    }
}
