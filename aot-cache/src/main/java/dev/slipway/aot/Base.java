package dev.slipway.aot;

import java.io.IOException;

/// The image that the program's image stands on.
///
/// @param name as the engine knows it
/// @param local whether only the engine has it, no registry
record Base(String name, boolean local) {
    private static final String LOCAL = "docker://";

    /// Takes a name as Jib does.
    static Base of(String name) {
        return name.startsWith(LOCAL) ? new Base(name.substring(LOCAL.length()), true) : new Base(name, false);
    }

    /// Gets the image that Jib gets: the newest under its name, for Jib's own choice of platform.
    void pull() throws IOException, InterruptedException {
        if (!local) {
            Docker.run("pull", "--quiet", "--platform=linux/amd64", name);
        }
    }
}
