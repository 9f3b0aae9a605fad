package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.Proof;
import dev.slipway.runner.engine.proof.ProofCheck;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.runner.model.script.Script;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which scripts lose what nothing but a backup brings back, by what was proved of them. Of what was not proved
/// the worst is assumed.
final class DestructiveScripts {
    private static final Set<Hazard> LOSING =
            EnumSet.of(Hazard.DATA_LOST_IN_UNDO, Hazard.TRUNCATED_TABLE, Hazard.TYPE_CHANGE);

    private DestructiveScripts() {}

    /// One line for each script.
    static List<String> reasons(
            RevisionGraph graph, @Nullable Manifest manifest, Collection<? extends Script> scripts) {
        if (manifest == null) {
            return List.of("no manifest.json tells what the scripts lose");
        }
        ProofCheck check = new ProofCheck(graph, manifest);
        return scripts.stream()
                .flatMap(script -> reason(script, manifest, check.of(script)).stream()
                        .map(why -> "%s %s".formatted(script.file().fileName(), why)))
                .toList();
    }

    private static Optional<String> reason(Script script, Manifest manifest, Proof proof) {
        if (!proof.holds()) {
            return Optional.of(proof.text());
        }
        if (script.header().inBatches().isPresent()) {
            return Optional.of("changes rows");
        }
        return switch (script) {
            case Script.Versioned versioned -> reason(manifest.revisions().get(versioned.version()));
            case Script.Repeatable repeatable -> {
                ProvedRepeatable proved = manifest.repeatables().get(repeatable.description());
                yield proved == null ? Optional.of("was never proved") : losing(proved.hazards());
            }
            case Script.Baseline _, Script.Undo _ -> Optional.of("is not held to the manifest");
        };
    }

    private static Optional<String> reason(@Nullable ProvedRevision proved) {
        if (proved == null || proved.taken()) {
            return Optional.of("was taken as it is, and nobody saw what it loses");
        }
        String irreversible = proved.irreversible();
        if (irreversible != null) {
            return Optional.of("cannot be taken back: " + irreversible);
        }
        List<TableWork> works = proved.works();
        if (works == null) {
            return Optional.of("was proved by a version that did not record which rows it writes");
        }
        return losing(proved.hazards())
                .or(() -> works.stream()
                        .filter(work -> work.kind() == WorkKind.WRITE)
                        .map(work -> "changes rows of " + work.table())
                        .findFirst());
    }

    private static Optional<String> losing(List<HazardFound> hazards) {
        return hazards.stream()
                .filter(found -> LOSING.contains(found.hazard()))
                .map(found -> "has the hazard " + found.hazard().code())
                .findFirst();
    }
}
