package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.manifest.Comparison;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.AdoptionAmbiguous;
import dev.slipway.runner.model.failure.AdoptionContradicted;
import dev.slipway.runner.model.failure.AdoptionUnmatched;
import dev.slipway.runner.model.failure.NearPosition;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The schema of a database beside those of all positions, and which of these it is.
final class Examination {
    private final String database;
    private final @Nullable List<Version> named;
    private final @Nullable List<Version> alembic;
    private final Schema live;
    private final Known known;
    private final Candidates candidates;

    private Examination(String database, String schema, AdoptRequest request, Live found) {
        this.database = database;
        this.named = request.named();
        this.alembic = found.alembic();
        this.known = Known.of(request.manifest(), request.ignoredSchemas());
        this.live = known.compared(new Comparison(request.manifest(), schema).named(found.schema()));
        this.candidates =
                Candidates.of(request.graph(), new Composition(request.manifest(), live, known::isCompared), live);
    }

    static Examination of(Session session, String schema, AdoptRequest request) {
        return new Examination(session.database(), schema, request, Live.read(session, schema, request));
    }

    /// @throws SlipwayException if the schema is that of no position, of several, or of another than is said
    Candidate decide() {
        Optional<List<Version>> said = Optional.ofNullable(named == null ? alembic : named);
        return said.map(this::confirmed).orElseGet(this::only);
    }

    private Candidate confirmed(List<Version> versions) {
        Candidate said = candidates.at(versions);
        if (said.matches()) {
            return said;
        }
        throw new SlipwayException(
                new AdoptionContradicted(database, named == null, near(said), positions(candidates.matching())));
    }

    private Candidate only() {
        List<Candidate> matching = candidates.matching();
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

    private NearPosition near(Candidate candidate) {
        return new NearPosition(candidate.position(), candidates.differences(candidate));
    }

    private static List<List<Version>> positions(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::position).toList();
    }

    private List<String> foreignSchemas() {
        Set<String> schemas = new TreeSet<>();
        live.objects().keySet().forEach(key -> Namespace.of(key).ifPresent(schemas::add));
        schemas.removeAll(known.schemas());
        return List.copyOf(schemas);
    }
}
