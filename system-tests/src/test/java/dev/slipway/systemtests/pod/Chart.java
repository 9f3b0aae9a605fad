package dev.slipway.systemtests.pod;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// The Helm chart, rendered by Helm's own code.
final class Chart {
    static final String NAME = "slipway-migrations";
    static final Path PATH = Command.ROOT.resolve("deploy/helm").resolve(NAME);

    /// The least that has to be said.
    static final Map<String, Object> VALUES = Map.of(
            "image.repository", "registry/shop-migrations",
            "database.url", "postgresql://postgres:5432/shop",
            "database.user", "shop_owner",
            "database.existingSecret", "shop-owner");

    private Chart() {}

    /// What `helm template shop` writes.
    static String rendered(Map<String, Object> values) {
        return rendered(PATH, values);
    }

    static String rendered(Path chart, Map<String, Object> values) {
        TemplateCommand template = new Helm(chart).template().withName("shop");
        values.forEach(template::set);
        return template.call();
    }

    /// A chart of a service that depends on this one.
    ///
    /// @param deployment its template
    static Path parent(Folder folder, String deployment) {
        folder.write("Chart.yaml", """
            apiVersion: v2
            name: shop
            version: 1.0.0
            dependencies:
              - name: slipway-migrations
                version: 0.1.0
            """);
        folder.write("templates/deployment.yaml", deployment);
        copy(folder, "charts/%s/".formatted(NAME));
        return folder.path();
    }

    /// The same chart with hooks under another name: the library leaves hooks out of what it renders.
    static Path withHooksShown(Folder folder) {
        copy(folder, "");
        return folder.path();
    }

    private static void copy(Folder folder, String to) {
        try (Stream<Path> files = Files.walk(PATH)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                folder.write(to + PATH.relativize(file), text.replace("helm.sh/hook:", "shown/hook:"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
