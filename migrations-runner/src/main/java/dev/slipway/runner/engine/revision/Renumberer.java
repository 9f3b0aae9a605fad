package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.graph.GraphCheck;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.RevisionApplied;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives a revision that was applied nowhere another version, and with it its own place among the others: its files,
/// its header, its undo script, and what the manifest knows of it.
public final class Renumberer {
    private final LoadedScripts reading;
    private final SameVersion scripts;
    private final Script.Versioned script;
    private final NewPlace place;
    private final RevisionGraph rest;
    private final Naming naming;

    /// @param reading scripts of which several may have one version
    /// @throws SlipwayException with `UsageFailure` if no script is meant
    /// @throws SlipwayException with `ScriptsInvalid` if the others form no graph
    public Renumberer(LoadedScripts reading, String named) {
        this.reading = reading;
        this.naming = reading.scripts().naming();
        this.scripts = new SameVersion(reading);
        this.script = scripts.named(named);
        this.place = new NewPlace(scripts, script, naming);
        ScriptSet others = place.others(reading.scripts().baselines());
        List<ScriptProblem> problems = new ArrayList<>();
        GraphCheck.check(others, problems::add);
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        this.rest = RevisionGraph.of(others);
    }

    /// @throws SlipwayException with `RevisionApplied` if the history holds it, or a script that names it as a parent
    public void refuseApplied(History history, String database) {
        List<String> applied = new ArrayList<>();
        if (isApplied(history, script, scripts.isAlone(script))) {
            applied.add(script.file().path());
        }
        place.children().stream()
                .filter(child -> isApplied(history, child, true))
                .forEach(child -> applied.add(child.file().path()));
        if (!applied.isEmpty()) {
            List<String> others = scripts.versioned().stream()
                    .filter(other -> other.version().equals(script.version()) && !other.equals(script))
                    .map(other -> other.file().path())
                    .toList();
            throw new SlipwayException(new RevisionApplied(database, applied, others));
        }
    }

    /// Of two scripts of one version the history holds the one that it agrees with.
    private static boolean isApplied(History history, Script.Versioned script, boolean alone) {
        HistoryRow row = history.versions().get(script.version());
        return row != null && (alone || HistoryCheck.agrees(script, row));
    }

    /// @param version as it is to stand in the names of the files, or null for the next one
    /// @param database the one that was asked, or null
    /// @throws SlipwayException with `UsageFailure` if the version or a file is taken; then nothing is changed
    public RenumberResult to(
            @Nullable String version, ManifestFile manifest, InstantSource clock, @Nullable String database) {
        if (version != null) {
            ChosenVersion.check(version, place.allOthers(reading.scripts().baselines()));
        }
        String chosen = version == null ? NextVersion.after(reading.scripts(), naming, clock.instant()) : version;
        Version to = Version.of(chosen);
        List<Version> parents = parents(to);
        MovedScript moved = new MovedScript(naming, script, chosen, parents);
        moved.move(scripts.undoOf(script));
        place.children().forEach(child -> moved.rewrite(child, to));
        Optional<Manifest> known =
                manifest.read().flatMap(found -> new RenumberedManifest(script.version(), to, moved.paths()).of(found));
        moved.write();
        known.ifPresent(changed -> ManifestFile.write(manifest.path(), changed));
        return new RenumberResult(
                script.version(),
                to,
                script.description(),
                parents,
                moved.renamed(),
                place.children().stream().map(child -> child.file().path()).toList(),
                known.map(changed -> changed.revisions().get(to))
                        .map(ProvedRevision::parents)
                        .orElse(null),
                heads(to, parents),
                database);
    }

    private List<Version> parents(Version to) {
        return switch (script.header().revises()) {
            case Revises.Named named -> place.parents(rest, named);
            case Revises.Preceding _ ->
                rest.order().stream().filter(other -> other.compareTo(to) < 0).max(Version::compareTo).stream()
                        .toList();
        };
    }

    private List<Version> heads(Version to, List<Version> parents) {
        if (!place.children().isEmpty()) {
            return RevisionGraph.of(reading.scripts()).heads();
        }
        List<Version> heads = new ArrayList<>(rest.heads());
        heads.removeAll(parents);
        heads.add(to);
        return heads;
    }
}
