package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.engine.proof.ProvedHome;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The schema of a database beside those of all positions, and which of these it is.
final class SchemaMatch {
    private final String database;
    private final @Nullable List<Version> named;
    private final @Nullable List<Version> alembic;
    private final Schema live;
    private final ComparisonScope known;
    private final RevisionCandidates candidates;

    private SchemaMatch(ProvedHome home, AdoptRequest request, LiveDatabase found) {
        this.database = home.live().session().database();
        this.named = request.named();
        this.alembic = found.alembic();
        this.known = ComparisonScope.of(
                home.manifest(), request.ignoredSchemas(), home.live().table().schemas());
        this.live = known.compared(new ProvedComparison(home.manifest(), home.schema()).named(found.schema()));
        this.candidates = RevisionCandidates.of(
                request.graph(), new ProvedSchemaSequence(home.manifest(), live, known::isCompared), live);
    }

    static SchemaMatch of(ProvedHome home, AdoptRequest request) {
        return new SchemaMatch(home, request, LiveDatabase.read(home, request));
    }

    /// @throws SlipwayException if the schema is that of no position, of several, or of another than is said
    RevisionCandidate decide() {
        Optional<List<Version>> said = Optional.ofNullable(named == null ? alembic : named);
        return said.map(this::confirmed).orElseGet(this::only);
    }

    private RevisionCandidate confirmed(List<Version> versions) {
        RevisionCandidate said = candidates.at(versions);
        if (said.matches()) {
            return said;
        }
        throw new SlipwayException(
                new AdoptionContradicted(database, named == null, near(said), positions(candidates.matching())));
    }

    private RevisionCandidate only() {
        List<RevisionCandidate> matching = candidates.matching();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw new SlipwayException(
                matching.isEmpty()
                        ? new AdoptionUnmatched(
                                database,
                                candidates.nearest().stream().map(this::near).toList(),
                                foreignSchemas())
                        : new AdoptionAmbiguous(database, positions(matching)));
    }

    private NearestPosition near(RevisionCandidate candidate) {
        return new NearestPosition(candidate.position(), candidates.differences(candidate));
    }

    private static List<List<Version>> positions(List<RevisionCandidate> candidates) {
        return candidates.stream().map(RevisionCandidate::position).toList();
    }

    private List<String> foreignSchemas() {
        Set<String> schemas = new TreeSet<>();
        live.objects().keySet().forEach(key -> Namespace.of(key).ifPresent(schemas::add));
        schemas.removeAll(known.schemas());
        return List.copyOf(schemas);
    }
}
