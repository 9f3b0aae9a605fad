package dev.slipway.systemtests.pod;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The installed podman, set up so that it needs no init system and no more limits than it was given.
final class Podman {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CONTAINERS_CONF",
            Command.ROOT
                    .resolve("system-tests/src/test/resources/containers.conf")
                    .toString());

    static {
        // podman keeps images of its own
        List.of(Images.RUNNER, Images.BACKEND).forEach(Podman::pull);
    }

    private Podman() {}

    /// Takes an image from the engine.
    static void pull(String image) {
        run("pull", "--quiet", "docker-daemon:" + image).orFail();
    }

    static Outcome run(String... words) {
        List<String> command = new ArrayList<>(List.of("podman"));
        command.addAll(List.of(words));
        return new Command(command, ENVIRONMENT).run();
    }
}
