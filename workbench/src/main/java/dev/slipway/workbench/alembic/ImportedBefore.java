package dev.slipway.workbench.alembic;

import dev.slipway.runner.engine.adopt.AlembicPosition;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.NextVersion;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The scripts that are there already, and those among them that were made from revisions of Alembic.
///
/// @param versions by the ids of Alembic
record ImportedBefore(RevisionFolder folder, RevisionGraph graph, Map<String, Version> versions) {
    ImportedBefore {
        versions = Map.copyOf(versions);
    }

    /// @throws SlipwayException with `ScriptsExist` if there are scripts, but none of them is from Alembic: they may
    /// well
    /// be the same revisions, made in another way
    static ImportedBefore in(RevisionFolder folder) {
        Map<String, Version> versions = AlembicPosition.versions(folder.scripts());
        List<Script.Revision> revisions = folder.scripts().revisions();
        if (versions.isEmpty() && !revisions.isEmpty()) {
            throw new SlipwayException(new ScriptsExist(
                    revisions.stream().map(script -> script.file().origin()).toList()));
        }
        return new ImportedBefore(folder, RevisionGraph.of(folder.scripts()), versions);
    }

    /// The revision and all that it builds on.
    Set<Version> upTo(Version version) {
        return graph.upTo(List.of(version));
    }

    /// The versions that new revisions get, in their order.
    Iterator<Version> next(Instant now) {
        return Stream.iterate(
                        NextVersion.after(folder.scripts(), folder.naming(), now),
                        version -> NextVersion.after(version, now))
                .map(Version::of)
                .iterator();
    }
}
