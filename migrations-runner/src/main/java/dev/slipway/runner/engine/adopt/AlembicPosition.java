package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.catalog.AlembicVersions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds where Alembic left a database.
public final class AlembicPosition {
    private AlembicPosition() {}

    /// @param versions by the ids of Alembic
    /// @return the revisions in `alembic_version`: several if there are several heads
    /// @throws SlipwayException with `AlembicUnused` or `AlembicRevisionsUnknown`
    public static List<Version> find(Session session, Map<String, Version> versions) {
        Optional<List<String>> found = ids(session);
        List<String> ids = found.orElse(List.of());
        if (ids.isEmpty()) {
            throw new SlipwayException(new AlembicUnused(session.database(), found.isPresent()));
        }
        return versions(session, ids, versions);
    }

    /// What stands in `alembic_version`, or nothing if there is no such table.
    static Optional<List<String>> ids(Session session) {
        return DatabaseCall.query("read alembic_version", () -> AlembicVersions.read(session));
    }

    /// The versions that the ids stand for.
    ///
    /// @param versions by the ids of Alembic
    /// @throws SlipwayException with `AlembicRevisionsUnknown`
    static List<Version> versions(Session session, List<String> ids, Map<String, Version> versions) {
        List<String> unknown =
                ids.stream().filter(id -> !versions.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new SlipwayException(new AlembicRevisionsUnknown(session.database(), unknown, versions.size()));
        }
        return ids.stream()
                .map(id -> Objects.requireNonNull(versions.get(id)))
                .sorted()
                .toList();
    }

    /// The versions of the scripts that were made from revisions of Alembic, by the ids of those.
    public static Map<String, Version> versions(ScriptSet scripts) {
        Map<String, Script.Versioned> known = new HashMap<>();
        List<ScriptProblem> problems = new ArrayList<>();
        for (Script.Versioned script : scripts.versioned()) {
            String id = script.header().alembic();
            Script.Versioned former = id == null ? null : known.putIfAbsent(id, script);
            if (former != null) {
                problems.add(new ScriptProblem(
                        script.file().origin(),
                        0,
                        "the revision %s of Alembic is taken already by %s"
                                .formatted(id, former.file().origin()),
                        "take the line out of one of the two"));
            }
        }
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        Map<String, Version> versions = new HashMap<>();
        known.forEach((id, script) -> versions.put(id, script.version()));
        return versions;
    }
}
