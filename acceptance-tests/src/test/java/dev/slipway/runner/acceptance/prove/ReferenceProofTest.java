package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The manifest of the reference scripts; with `-Dslipway.write-docs` it is brought up to date.
@Tag("matrix")
final class ReferenceProofTest {
    private static final Path SCRIPTS = Reference.SCRIPTS;

    @BeforeAll
    static void writeIfAsked() {
        if (Boolean.getBoolean("slipway.write-docs")) {
            Proved.on(SCRIPTS);
        }
    }

    @Test
    void theManifestIsCurrent() {
        assertThat(Proved.alone(SCRIPTS, "prove", "--check").text()).isEqualTo("""
            exit 0
            no problems: 8 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
    }

    @Test
    void provedAnewTheScriptsDoWhatTheManifestSays() {
        Run run = Proved.on(SCRIPTS, "--all", "--check");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.out())
                .endsWith("no problems: 8 revisions, 8 scripts proved now; FOLDER/manifest.json was compared\n");
        assertThat(Proved.left()).isEmpty();
    }
}
