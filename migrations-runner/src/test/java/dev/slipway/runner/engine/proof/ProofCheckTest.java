package dev.slipway.runner.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Given;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProofCheckTest {
    private static final Script.Versioned FIRST = Given.versioned("1", "create table a (id int);");
    private static final Script.Versioned SECOND = Given.versioned("2", "create table b (id int);");
    private static final Script.Undo UNDO = Given.undo("2");
    private static final Script.Repeatable VIEW = Given.repeatable("view", "create view v as select 1;");
    private static final Manifest MANIFEST = manifest(FIRST, SECOND, UNDO, VIEW);

    @Test
    void whatIsAsItWasHolds() {
        assertThat(proofs(FIRST, SECOND, UNDO, VIEW))
                .containsExactly("1 is proved", "2 is proved", "U2 is proved", "R view is proved");
        assertThat(check(FIRST, SECOND, UNDO, VIEW).unproved()).isEmpty();
        assertThat(check(FIRST, SECOND, UNDO, VIEW).orphans()).isEmpty();
    }

    @Test
    void otherCommentsHoldToo() {
        assertThat(proofs(
                        FIRST,
                        Given.versioned("2", "-- the second\ncreate table b\n  (id int);"),
                        UNDO,
                        Given.repeatable("view", "create view v as select 1; -- the view")))
                .containsExactly(
                        "1 is proved",
                        "2 has other comments or another layout than when it was proved",
                        "U2 is proved",
                        "R view has other comments or another layout than when it was proved");
    }

    @Test
    void otherSqlDoesNot() {
        assertThat(proofs(Given.versioned("1", "create table a (id bigint);"), SECOND, VIEW))
                .containsExactly("1 was changed since it was proved", "2 is proved", "R view is proved");
    }

    @Test
    void neitherDoesWhatTheManifestDoesNotKnow() {
        assertThat(proofs(
                        FIRST,
                        SECOND,
                        Given.versioned("3"),
                        Given.undo("1"),
                        Given.undo("3"),
                        Given.repeatable("other", "select 1;")))
                .containsExactly(
                        "1 is proved",
                        "2 is proved",
                        "3 was never proved",
                        "U1 was never proved",
                        "U3 was never proved",
                        "R other was never proved");
    }

    @Test
    void norWhatBuildsOnOtherRevisions() {
        assertThat(proofs(Given.versioned("0.9"), FIRST, SECOND))
                .containsExactly("0.9 was never proved", "1 builds on 0.9, and was proved on nothing", "2 is proved");
    }

    @Test
    void whatHasNoScriptIsAnOrphan() {
        assertThat(check(FIRST).orphans()).containsExactly("V2__step.sql", "U2__step.sql", "R__view.sql");
    }

    private static ProofCheck check(Script... scripts) {
        return new ProofCheck(RevisionGraph.of(Given.scripts(scripts)), MANIFEST);
    }

    private static List<String> proofs(Script... scripts) {
        ProofCheck check = check(scripts);
        return Given.scripts(scripts)
                .all()
                .map(script -> script.label() + " " + check.of(script).text())
                .toList();
    }

    private static Manifest manifest(
            Script.Versioned first, Script.Versioned second, Script.Undo undo, Script.Repeatable view) {
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        revisions.put(first.version(), revision(first, null));
        revisions.put(second.version(), revision(second, undo, first.version()));
        SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>();
        repeatables.put(view.description(), new ProvedRepeatable(script(view), List.of(), List.of()));
        return new Manifest(revisions, repeatables);
    }

    private static ProvedRevision revision(Script script, Script.@Nullable Undo undo, Version... parents) {
        return new ProvedRevision(
                script(script),
                undo == null ? null : script(undo),
                List.of(parents),
                null,
                List.of(),
                Schema.EMPTY.fingerprint(),
                List.of(),
                List.of(),
                false,
                null);
    }

    private static ProvedScript script(Script script) {
        return new ProvedScript(script.file().path(), List.of(7, script.file().checksum()), ScriptDigest.of(script));
    }
}
