package dev.slipway.workbench.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelReader;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the pages of the hazards say is so.
final class HazardPagesTest {
    @TempDir
    static Path folder = Path.of(".");

    private static Scratch scratch = new Scratch(folder);

    @BeforeAll
    static void open() {
        scratch = new Scratch(folder);
    }

    @ParameterizedTest
    @EnumSource
    void theBadScriptHasThisHazardAndNoOther(Hazard hazard) {
        HazardPage page = HazardPage.of(hazard);
        for (String setup : setups(page)) {
            assertThat(scratch.after(setup).hazards(page.bad(), model(hazard)))
                    .extracting(HazardFound::hazard)
                    .containsOnly(hazard);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGoodScriptsHaveNone(Hazard hazard) {
        HazardPage page = HazardPage.of(hazard);
        assertThat(page.good()).isNotEmpty();
        for (String setup : setups(page)) {
            scratch.after(setup);
            for (HazardPage.Sql good : page.good()) {
                assertThat(scratch.hazards(good, model(hazard))).as(good.text()).isEmpty();
            }
        }
    }

    /// Without rows and, unless that is all there is, with them.
    private static List<String> setups(HazardPage page) {
        return Stream.concat(
                        Stream.of(page.setup()),
                        HazardPage.text(page.hazard(), "rows.sql").stream().map(rows -> page.setup() + rows))
                .toList();
    }

    private static Model model(Hazard hazard) {
        return HazardPage.text(hazard, "model.json").map(HazardPagesTest::model).orElseGet(() -> new Model(List.of()));
    }

    private static Model model(String json) {
        try {
            return ModelReader.of(Files.writeString(folder.resolve("model.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
