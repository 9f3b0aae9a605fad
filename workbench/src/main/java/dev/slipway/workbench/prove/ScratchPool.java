package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.step.StepFailure;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Scratch databases at the revisions one asks for. A database that is kept is copied, which takes less time than to
/// apply its scripts again.
final class ScratchPool {
    private final ScratchServer server;
    private final ProveRequest request;
    private final Map<Set<Version>, ProofDatabase> kept = new HashMap<>();
    private final List<String> proved = new ArrayList<>();
    private final NamesFound names = new NamesFound();

    ScratchPool(ScratchServer server, ProveRequest request) {
        this.server = server;
        this.request = request;
    }

    RevisionGraph graph() {
        return request.graph();
    }

    /// The names under which schemas are read.
    NamesFound names() {
        return names;
    }

    /// What is dangerous in what a script was seen to do.
    List<HazardFound> hazards(Step step, ScriptTrace trace) {
        return HazardCheck.of(step, trace, request.model());
    }

    /// A database of its own to which the revisions were applied in this order.
    ///
    /// @throws SlipwayException with `ScriptFailed` if one of them fails
    ProofDatabase at(List<Version> order) {
        Optional<Set<Version>> nearest = kept.keySet().stream()
                .filter(revisions -> revisions.size() <= order.size()
                        && revisions.equals(Set.copyOf(order.subList(0, revisions.size()))))
                .max(Comparator.comparingInt(Set::size));
        if (nearest.isPresent()) {
            ProofDatabase copy = Objects.requireNonNull(kept.get(nearest.get())).copy();
            return apply(copy, order.subList(nearest.get().size(), order.size()));
        }
        return apply(ProofDatabase.begin(server.create(), request, names), order);
    }

    /// The same, which may be the one that is kept, since nothing else is going to ask for it.
    ProofDatabase last(List<Version> order) {
        ProofDatabase known = kept.remove(Set.copyOf(order));
        return known == null ? at(order) : known;
    }

    private ProofDatabase apply(ProofDatabase trial, List<Version> versions) {
        for (Version version : versions) {
            Step step = trial.step(request.graph().script(version));
            try {
                trial.run(step);
            } catch (StatementFailed e) {
                throw failed(step, e);
            }
        }
        return trial;
    }

    /// The failure for a script that must succeed.
    SlipwayException failed(Step step, StatementFailed cause) {
        return StepFailure.of(step, cause, progressed(), new ScriptFailed.Rest.Dropped());
    }

    /// Keeps the database for what builds on it.
    void keep(Set<Version> revisions, ProofDatabase trial) {
        ProofDatabase former = kept.put(Set.copyOf(revisions), trial);
        if (former != null) {
            former.close();
        }
    }

    /// A proof of everything is written down only when it is whole.
    RunProgress progressed() {
        return new RunProgress(Direction.PROOF, request.all() ? List.of() : proved);
    }

    /// That a script was proved, to be told if another one fails.
    void proved(String label) {
        proved.add(label);
    }
}
