package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Proves a part of a history on a server of its own, while others prove what is below it. It ends at whatever only
/// somebody who sees the whole can tell: a script that fails, a name that varies, something that has to be made up.
record ProofLane(ProveRequest request, ProofPart part) {
    /// What was proved.
    ///
    /// @param before the schema on which it builds, as the scripts below make it
    /// @param steps in order, as far as they are certain
    record Run(Schema before, Map<Version, Step> steps) {
        static final Run NOTHING = new Run(Schema.EMPTY, Map.of());
    }

    record Step(Verdict.Proved verdict, Duration took) {}

    Run prove(ScratchServer server) {
        NamesFound names = new NamesFound();
        ScratchPool pool = new ScratchPool(server, request, names);
        try {
            ProofDatabase first = pool.at(part.below());
            Schema before = first.schema();
            pool.giveBack(part.below(), first);
            ManifestBuilder manifest = ManifestBuilder.above(request, part.below(), before);
            ProvedParents parents = new ProvedParents(request, pool, names, manifest);
            Map<Version, Step> steps = new LinkedHashMap<>();
            for (Version version : part.versions()) {
                RevisionTrial tried = RevisionTrial.of(request, version);
                long start = System.nanoTime();
                Verdict verdict = parents.verdict(tried);
                if (!(verdict instanceof Verdict.Proved proved) || !isCertain(server, names)) {
                    break;
                }
                manifest.add(version, proved.revision());
                names.add(proved.revision().changes().stream().map(Change::key).toList());
                steps.put(version, new Step(proved, Duration.ofNanos(System.nanoTime() - start)));
            }
            return new Run(before, steps);
        } catch (ScriptRefused _) {
            return Run.NOTHING;
        }
    }

    /// Whether scripts do the same on this server as on any other.
    static boolean isCertain(ScratchServer server, NamesFound names) {
        return names.areFixed() && MadeUp.notes(server).isEmpty();
    }
}
