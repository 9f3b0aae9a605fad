package dev.slipway.runner.engine.inspect;

import dev.slipway.runner.engine.graph.Heads;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// Answers questions about the graph of the scripts.
public final class RevisionInspector {
    private final RevisionGraph graph;

    public RevisionInspector(RevisionGraph graph) {
        this.graph = graph;
    }

    public HeadsResult heads() {
        return new HeadsResult(revisions(graph.heads()));
    }

    public BranchesResult branches() {
        return new BranchesResult(graph.branchPoints().stream()
                .map(version -> new BranchesResult.BranchPoint(
                        RevisionSummary.of(graph, version), revisions(graph.inOrder(graph.children(version)))))
                .toList());
    }

    private List<RevisionSummary> revisions(List<Version> versions) {
        return versions.stream()
                .map(version -> RevisionSummary.of(graph, version))
                .toList();
    }

    /// @param target whatever names one revision, for example `7`, a branch label, `head`, `7+1`
    /// @throws SlipwayException with `UsageFailure` if it names none, with `SeveralHeads` if it could be several
    public RevisionResult show(String target) {
        Version version = one(target);
        Script.Revision script = graph.script(version);
        Header header = script.header();
        List<Version> children = RevisionSummary.named(graph, graph.inOrder(graph.children(version)));
        return new RevisionResult(
                RevisionSummary.of(graph, version),
                children,
                graph.parents(version).isEmpty(),
                children.size() > 1,
                graph.parents(version).size() > 1,
                script.file().origin(),
                graph.scripts()
                        .undoOf(version)
                        .map(undo -> undo.file().origin())
                        .orElse(null),
                header.transaction(),
                header.lockTimeout(),
                header.contract() ? "contract" : "expand",
                script.file().checksum(),
                script.file().text());
    }

    private Version one(String target) {
        return switch (Target.parse(target, graph)) {
            case Target.At(Version version) -> version;
            case Target.Heads() ->
                Heads.requireOne(graph).orElseThrow(() -> none(target, "there is no versioned script yet"));
            case Target.Base() -> throw none(target, "base is the place before the first revision");
            case Target.Relative(int steps) ->
                throw none(target, "it depends on where a database is: see `current` and name the revision");
        };
    }

    private static SlipwayException none(String target, String help) {
        return new SlipwayException(new UsageFailure("\"%s\" names no revision".formatted(target), help));
    }
}
