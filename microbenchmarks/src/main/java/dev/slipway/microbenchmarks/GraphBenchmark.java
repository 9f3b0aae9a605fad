package dev.slipway.microbenchmarks;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
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

/// Makes the graph of many revisions, and finds where it leads.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GraphBenchmark {
    /// How many scripts there are.
    @Param({"200", "10000"})
    public int count;

    private ScriptSet line = MeasuredScripts.line(0);
    private ScriptSet branches = line;

    /// Makes the scripts.
    @Setup
    public void write() {
        line = MeasuredScripts.line(count);
        branches = MeasuredScripts.branches(count);
    }

    /// Of scripts that build on each other in the order of their versions.
    @Benchmark
    public List<Version> headsOfLine() {
        return RevisionGraph.of(line).heads();
    }

    /// Of scripts that name their parents, every fifth of them a merge.
    @Benchmark
    public List<Version> headsOfBranches() {
        return RevisionGraph.of(branches).heads();
    }

    /// Looks for what keeps the scripts from forming a graph.
    @Benchmark
    public List<ScriptProblem> faultsOfBranches() {
        List<ScriptProblem> problems = new ArrayList<>();
        GraphCheck.check(branches, problems::add);
        return problems;
    }
}
