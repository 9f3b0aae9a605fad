package dev.slipway.runner.engine.adopt;

import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static dev.slipway.runner.engine.manifest.SampleManifest.EMAIL;
import static dev.slipway.runner.engine.manifest.SampleManifest.LONG_EMAIL;
import static dev.slipway.runner.engine.manifest.SampleManifest.TIDY;
import static dev.slipway.runner.engine.manifest.SampleManifest.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.SampleManifest;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of the sample, 1 adds `users` and its `email`, 2 makes `email` longer and adds a function, 10 drops that.
final class RevisionCandidatesTest {
    private static final RevisionGraph GRAPH =
            RevisionGraph.of(scripts(versioned("1"), versioned("2"), versioned("10")));

    private static RevisionCandidates of(SchemaObject... objects) {
        Schema live = Schema.of(List.of(objects));
        return RevisionCandidates.of(GRAPH, new ProvedSchemaSequence(SampleManifest.sample(), live, key -> true), live);
    }

    private static List<Version> versions(String... versions) {
        return Arrays.stream(versions).map(Version::of).toList();
    }

    @Test
    void theOneWithThatVerySchemaMatches() {
        assertThat(of(USERS, LONG_EMAIL, TIDY).matching())
                .containsExactly(new RevisionCandidate(versions("2"), versions("1", "2"), 0, 3));
    }

    @Test
    void anEmptySchemaMatchesBeforeTheFirstRevision() {
        assertThat(of().matching()).containsExactly(new RevisionCandidate(List.of(), List.of(), 0, 0));
        assertThat(of().nearest()).isEmpty();
    }

    @Test
    void theNearestDifferLeastAndTheLaterComesFirst() {
        RevisionCandidates candidates = of(USERS, EMAIL, TIDY);
        assertThat(candidates.matching()).isEmpty();
        assertThat(candidates.nearest())
                .containsExactly(
                        new RevisionCandidate(versions("2"), versions("1", "2"), 1, 2),
                        new RevisionCandidate(versions("1"), versions("1"), 1, 2),
                        new RevisionCandidate(versions("10"), versions("1", "2", "10"), 2, 1));
    }

    @Test
    void whatIsSaidIsComparedToo() {
        RevisionCandidates candidates = of(USERS, EMAIL);
        RevisionCandidate said = candidates.at(versions("10"));
        assertThat(said).isEqualTo(new RevisionCandidate(versions("10"), versions("1", "2", "10"), 1, 1));
        assertThat(candidates.differences(said))
                .isEqualTo(SchemaDifference.between(
                        Schema.of(List.of(USERS, LONG_EMAIL)), Schema.of(List.of(USERS, EMAIL))));
    }

    @Test
    void whatIsNotComparedDiffersNowhere() {
        Schema live = Schema.of(List.of(USERS, EMAIL));
        ProvedSchemaSequence sequence =
                new ProvedSchemaSequence(SampleManifest.sample(), live, key -> !key.equals(TIDY.key()));
        assertThat(sequence.at(versions("1", "2")).differing()).isEqualTo(1);
        assertThat(sequence.at(versions("1")).differing()).isZero();
        assertThat(sequence.schema()).isEqualTo(live);
        assertThat(sequence.at(List.of()).differing()).isEqualTo(2);
    }
}
