package dev.slipway.microbenchmarks;

import dev.slipway.runner.engine.proof.ScriptDigest;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What tells whether the reference scripts, eight with 13 KB together, are those that were applied and proved.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DigestBenchmark {
    private final List<Script> scripts = MeasuredScripts.reference().all().toList();

    /// Flyway's, of the lines, which the history keeps.
    @Benchmark
    public int checksums() {
        return scripts.stream().mapToInt(script -> script.file().checksum()).sum();
    }

    /// Of the tokens and the settings, which the manifest keeps.
    @Benchmark
    public List<String> digests() {
        return scripts.stream().map(ScriptDigest::of).toList();
    }
}
