package dev.slipway.systemtests.compose;

import dev.slipway.systemtests.engine.Command;
import java.util.List;

/// The installed compose: the engine's plugin, or the program of its own that came before it.
final class Compose {
    static final List<String> WORDS =
            Command.of("docker", "compose", "version").run().exitCode() == 0
                    ? List.of("docker", "compose")
                    : List.of("docker-compose");

    private Compose() {}
}
