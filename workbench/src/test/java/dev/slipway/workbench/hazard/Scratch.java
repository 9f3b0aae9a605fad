package dev.slipway.workbench.hazard;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.Histories;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.RehearsedStatement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import dev.slipway.workbench.trace.KnownRelations;
import dev.slipway.workbench.trace.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A database on which scripts are run for their hazards.
final class Scratch {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final Session session = Sessions.open(database);
    private final Path folder;

    /// @param folder where scripts can lie
    Scratch(Path folder) {
        this.folder = folder;
    }

    /// @param setup what stands before the scripts, and nothing else does
    Scratch after(String setup) {
        database.execute("drop schema public cascade; create schema public; " + setup);
        return this;
    }

    List<HazardFound> hazards(HazardPage.Sql sql, Model model) {
        return hazards(step(sql), model);
    }

    /// What `prove` would find in a script and in the losses of an undo script.
    private List<HazardFound> hazards(Step step, Model model) {
        List<HazardFound> found = new ArrayList<>();
        try {
            ScriptExecutor executor = new ScriptExecutor(session, Histories.in(session, "flyway_schema_history"));
            if (step.script() instanceof Script.Undo) {
                Rehearsal.Part part = new Rehearsal.Part(
                        step.script().file().fileName(),
                        RehearsedStatement.together(step.statements()),
                        Duration.ZERO,
                        _ -> {});
                found.addAll(HazardCheck.ofLosses(
                        step, new Rehearsal(session, executor).run(List.of(part), LockPatience.unbounded())));
            } else if (step.transactional()) {
                Schema once = schemaAfter(step);
                once.changesTo(schemaAfter(step))
                        .forEach(change -> found.add(HazardCheck.ofVarying(step, change.key())));
            }
            found.addAll(HazardCheck.of(
                    step,
                    new Tracer(session, executor, new KnownRelations()).run(step.statements(), step.transactional()),
                    model));
        } catch (StatementFailed e) {
            found.add(HazardCheck.ofFailure(step, e));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    /// What `prove` would record of what a script does with the rows of tables.
    List<TableWork> works(HazardPage.Sql sql) {
        Step step = step(sql);
        try {
            ScriptExecutor executor = new ScriptExecutor(session, Histories.in(session, "flyway_schema_history"));
            return WorkSeen.of(
                    step.script(),
                    new Tracer(session, executor, new KnownRelations()).run(step.statements(), step.transactional()));
        } catch (StatementFailed | SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The schema that a script leads to, which does not stay; that of one that fails stays as it is.
    private Schema schemaAfter(Step step) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (dev.slipway.runner.model.script.Statement sql : step.statements()) {
                statement.execute(sql.sql());
            }
            return SchemaReader.read(session, SchemaScope.without("flyway_schema_history"));
        } catch (SQLException _) {
            return Schema.EMPTY;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    Step step(HazardPage.Sql sql) {
        ScriptSet scripts = scripts(sql);
        List<? extends Script> script = sql.undo() ? scripts.undo() : scripts.versioned();
        return StepReader.read(script, new Placeholders(Map::of)).getFirst();
    }

    private ScriptSet scripts(HazardPage.Sql sql) {
        try {
            Files.writeString(folder.resolve("V1__script.sql"), sql.undo() ? "select 1;" : sql.text());
            Path undo = folder.resolve("U1__script.sql");
            Files.deleteIfExists(undo);
            if (sql.undo()) {
                Files.writeString(undo, sql.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ScriptReader.read(List.of(Location.parse("filesystem:" + folder)));
    }
}
