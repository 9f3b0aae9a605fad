package dev.slipway.systemtests.engine;

import java.io.UncheckedIOException;

/// The container engine, spoken to by its own client, which agrees with it on the version of their interface.
public final class Engine {
    private static final boolean ANSWERS = ask();

    private Engine() {}

    static boolean answers() {
        return ANSWERS;
    }

    public static boolean hasImage(String name) {
        return !docker("image", "ls", "--quiet", name).isEmpty();
    }

    /// What the engine answers to one of its commands, without the last line end.
    public static String docker(String... words) {
        return Command.of("docker", words).run().orFail().output().strip();
    }

    /// Testcontainers speaks a newer interface than some engines know, unless it is told.
    public static void useItsApi() {
        System.setProperty("api.version", docker("version", "--format", "{{.Server.APIVersion}}"));
    }

    private static boolean ask() {
        try {
            return Command.of("docker", "version").run().exitCode() == 0;
        } catch (UncheckedIOException noClient) {
            return false;
        }
    }
}
