package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What of entities in Kotlin would be lost without a word is refused by its name.
final class KotlinRefusalsTest {
    @TempDir
    Path folder;

    /// Micronaut passes over them, by kapt without a word, by KSP with a description that cannot be loaded.
    @ParameterizedTest
    @EnumSource
    void refuseValueClasses(KotlinSource.Processing processing) throws IOException, InterruptedException {
        Path entities = new KotlinSource("""
                import io.micronaut.data.annotation.*

                @JvmInline value class Code(val text: String)

                @MappedEntity("teams")
                class Team(@field:Id val id: Long, val name: String) {
                    var code: Code = Code("x")
                }
                """).compile(folder.resolve("entities"), processing);

        assertThat(Project.in(folder).autogenerate(entities, List.of()).text()).isEqualTo("""
                exit 2
                --- stderr
                error: property code of entity shop.Team has the type of a value class, which Micronaut Data does not see
                  state: nothing was changed
                  help:  give it the type that is in the value class, and make the value where it is read
                """);
    }

    /// The table would be missing without a word.
    @ParameterizedTest
    @EnumSource(names = "KSP")
    void areNotPassedOverIfTheyCannotBeLoaded(KotlinSource.Processing processing)
            throws IOException, InterruptedException {
        Path entities = new KotlinSource("""
                import io.micronaut.data.annotation.*

                @MappedEntity("teams")
                class Team(@field:Id val id: Long, val name: String) {
                    val size: UInt get() = 1u
                }
                """).compile(folder.resolve("entities"), processing);

        assertThat(Project.in(folder).autogenerate(entities, List.of()).text()).isEqualTo("""
                exit 2
                --- stderr
                error: the description of entity shop.Team, which Micronaut's compiler wrote, cannot be loaded: java.lang.NoClassDefFoundError: int
                  state: nothing was changed
                  help:  compile the entities anew, and name all that they are made of
                """);
    }
}
