package dev.slipway.workbench.init;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.Set;
import java.util.regex.Pattern;

/// What is called how in the files of a project.
///
/// @param project for images, services and Pods: `my-shop`
/// @param image of the service
/// @param port on which the service listens in its container
/// @param version of the runner's image
public record Names(String project, String image, int port, String version) {
    private static final Pattern PROJECT = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]*");
    private static final Set<String> SERVICES = Set.of("postgres", "migrations", "verify-model", "status", "slipway");
    private static final int MAX_PORT = 65_535;

    /// @throws SlipwayException with a usage failure if a name cannot stand where it has to
    public Names {
        require(PROJECT, project, "--name", "at most 40 small letters, digits and -, a letter first: --name my-shop");
        if (SERVICES.contains(project)) {
            throw new SlipwayException(new UsageFailure(
                    "--name \"%s\" cannot be used as a name: a service of compose.yaml has it".formatted(project),
                    "give another: --name my-shop"));
        }
        require(IMAGE, image, "--service-image", "the name of an image: --service-image registry.example.org/shop:1");
        if (port < 1 || port > MAX_PORT) {
            throw new SlipwayException(new UsageFailure(
                    "--service-port %d is not a port".formatted(port), "give one from 1 to " + MAX_PORT));
        }
    }

    private static void require(Pattern pattern, String name, String option, String help) {
        if (!pattern.matcher(name).matches()) {
            throw new SlipwayException(
                    new UsageFailure("%s \"%s\" cannot be used as a name".formatted(option, name), "give " + help));
        }
    }

    /// For the database and its roles: `my_shop`.
    private String identifier() {
        return project.replace('-', '_');
    }

    String in(String template) {
        return template.replace("@name@", project)
                .replace("@id@", identifier())
                .replace("@image@", image)
                .replace("@port@", String.valueOf(port))
                .replace("@version@", version);
    }
}
