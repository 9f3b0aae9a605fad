package dev.slipway.microbenchmarks;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.flyway.SqlParseException;
import dev.slipway.runner.postgres.flyway.SqlParser;
import dev.slipway.runner.sql.SqlScript;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Takes the longest reference script apart, of 6 KB, and one of a hundred times its size.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LexerBenchmark {
    /// How often the script is repeated in one text.
    @Param({"1", "100"})
    public int copies;

    private final SqlParser parser = new SqlParser();
    private String text = "";

    /// Makes the text.
    @Setup
    public void repeat() {
        text = MeasuredScripts.longest().repeat(copies);
    }

    /// By PostgreSQL's lexical rules.
    @Benchmark
    public SqlScript tokens() {
        return SqlScript.read(text);
    }

    /// The same, and what Flyway's parser makes of the tokens.
    @Benchmark
    public List<Statement> statements() throws SqlParseException {
        return parser.parse(text);
    }
}
