package dev.slipway.workbench.trace;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.Histories;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.flyway.SqlParseException;
import dev.slipway.runner.postgres.flyway.SqlParser;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.Rows;
import dev.slipway.workbench.trace.ScriptTrace.StatementTrace;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Scripts run on a database, and their traces as lines.
final class Traced {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final Session session = Sessions.open(database);

    /// @param setup what stands before the script, and nothing else does
    Traced after(String setup) {
        database.execute("drop schema public cascade; create schema public; " + setup);
        return this;
    }

    List<String> query(String sql) {
        return database.query(sql);
    }

    List<String> transaction(String script) {
        return lines(trace(script, true));
    }

    List<String> alone(String script) {
        return lines(trace(script, false));
    }

    ScriptTrace trace(String script, boolean transactional) {
        try {
            return run(script, transactional);
        } catch (StatementFailed e) {
            throw new AssertionError(e);
        }
    }

    ScriptTrace run(String script, boolean transactional) throws StatementFailed {
        try {
            ScriptExecutor executor = new ScriptExecutor(session, Histories.in(session, "flyway_schema_history"));
            List<Statement> statements = new SqlParser().parse(script);
            return new Tracer(session, executor, new KnownRelations()).run(statements, transactional);
        } catch (SQLException | SqlParseException e) {
            throw new AssertionError(e);
        }
    }

    /// One line for each relation and change, the number of the statement first.
    private static List<String> lines(ScriptTrace trace) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < trace.statements().size(); i++) {
            String number = (i + 1) + " ";
            StatementTrace statement = trace.statements().get(i);
            Stream.concat(
                            statement.relations().stream().map(Traced::line),
                            statement.changes().stream().map(CatalogChange::toString))
                    .forEach(line -> lines.add(number + line));
        }
        return lines;
    }

    private static String line(Touched touched) {
        List<String> words = new ArrayList<>(List.of(touched.relation()));
        if (touched.lock() != null) {
            words.add(touched.lock().words());
        }
        if (touched.file() != File.KEPT) {
            words.add(touched.file().name().toLowerCase(Locale.ROOT));
        }
        if (touched.reading() != Reading.NONE) {
            words.add(touched.reading() == Reading.WHOLE ? "scanned" : "looked up");
        }
        if (touched.rows() != Rows.NOT_WRITTEN) {
            words.add(touched.rows() == Rows.MANY ? "many rows" : "few rows");
        }
        return String.join(", ", words);
    }
}
