package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.plan.Prefix;
import dev.slipway.runner.engine.step.Contracts;
import dev.slipway.runner.engine.step.Work;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.sql.Quote;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        return "\n-- %s\n".formatted(PsqlScript.oneLine(script.file().path()))
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
        return "reset session authorization; %s; reset all;\n".formatted(setRole())
                + PsqlScript.read("settings.sql");
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
        return (begun ? HistorySql.start(work.rank()) : "")
                + "begin;\nset local lock_timeout = %d;\n".formatted(lockTimeout.toMillis())
                + statements(work.rest())
                + (changesRole ? "reset session authorization; %s;\n".formatted(setRole()) : "")
                + (begun ? history.write(row, true) : history.append(row))
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
                .append(isBegun(work) ? HistorySql.start(work.rank()) : history.start())
                .append(record(work, row.withChecksum(Prefix.checksum(all, work.done())), false, null));
        for (int done = work.done(); done < all.size(); done++) {
            sql.append(PsqlText.of(all.get(done)));
            if (done + 1 < all.size()) {
                sql.append(record(work, row.withChecksum(Prefix.checksum(all, done + 1)), false, null));
            }
        }
        return sql.append(record(work, row, true, contracts.after(script))).toString();
    }

    private String record(Work work, NewRow row, boolean success, @Nullable Collection<Version> contract) {
        String role = request.ownerRole();
        boolean changesRole = ScriptExecutor.changesRole(work.step().statements());
        return "begin;\n"
                + (changesRole
                        ? "set local session authorization default; set local role %s;\n"
                                .formatted(role == null ? "none" : Quote.identifier(role))
                        : "")
                + history.write(row, success)
                + history.recordContract(contract)
                + "commit;\n";
    }

    private static String statements(List<Statement> statements) {
        return statements.stream().map(PsqlText::of).collect(Collectors.joining());
    }
}
