package dev.slipway.workbench.prove;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.postgres.scratch.ScratchServer;
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
    private final NamesFound names;
    private final Map<Set<Version>, ProofDatabase> kept = new HashMap<>();

    /// @param names under which schemas are read
    ScratchPool(ScratchServer server, ProveRequest request, NamesFound names) {
        this.server = server;
        this.request = request;
        this.names = names;
    }

    /// What may be refused for the lack of an extension.
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws ScriptRefused;
    }

    /// Tries it again with each extension that it lacks and the server has.
    <T> T attempt(Attempt<T> attempt) throws ScriptRefused {
        while (true) {
            try {
                return attempt.run();
            } catch (ScriptRefused e) {
                if (!addExtension(e.refusal().error())) {
                    throw e;
                }
            }
        }
    }

    /// Whether the server has an extension that a script lacks. Then all databases are made anew with it.
    boolean addExtension(ServerError error) {
        boolean found = server.makeUpExtension(error);
        if (found) {
            kept.values().forEach(ProofDatabase::close);
            kept.clear();
        }
        return found;
    }

    /// A database of its own to which nothing was applied.
    ProofDatabase empty() {
        return ProofDatabase.begin(server.create(), request, names);
    }

    /// A database of its own to which the revisions were applied in this order.
    ProofDatabase at(List<Version> order) throws ScriptRefused {
        Optional<Set<Version>> nearest = kept.keySet().stream()
                .filter(revisions -> revisions.size() <= order.size()
                        && revisions.equals(Set.copyOf(order.subList(0, revisions.size()))))
                .max(Comparator.comparingInt(Set::size));
        if (nearest.isPresent()) {
            ProofDatabase copy = Objects.requireNonNull(kept.get(nearest.get())).copy();
            return apply(copy, order.subList(nearest.get().size(), order.size()));
        }
        return apply(empty(), order);
    }

    /// The same, which may be the one that is kept, since nothing else is going to ask for it.
    ProofDatabase last(List<Version> order) throws ScriptRefused {
        ProofDatabase known = kept.remove(Set.copyOf(order));
        return known == null ? at(order) : known;
    }

    /// Keeps one at these revisions that was not used.
    void giveBack(List<Version> order, ProofDatabase unused) {
        ProofDatabase former = kept.put(Set.copyOf(order), unused);
        if (former != null && former != unused) {
            former.close();
        }
    }

    private ProofDatabase apply(ProofDatabase trial, List<Version> versions) throws ScriptRefused {
        try {
            for (Version version : versions) {
                trial.run(trial.step(request.graph().script(version)));
            }
            return trial;
        } catch (ScriptRefused e) {
            trial.close();
            throw e;
        }
    }

    /// The database at a revision, after its proof, kept for what builds on it.
    ///
    /// @param order what the revision builds on
    /// @param trial on which it was proved
    ProofDatabase keep(List<Version> order, Version version, ProofDatabase trial, RevisionRun seen)
            throws ScriptRefused {
        List<Version> all = new ArrayList<>(order);
        all.add(version);
        ProofDatabase there = trial;
        if (!seen.stays()) {
            trial.close();
            there = at(all);
        }
        giveBack(all, there);
        return there;
    }
}
