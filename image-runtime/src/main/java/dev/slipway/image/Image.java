package dev.slipway.image;

import java.io.IOException;

/// An image that a program's image is made of: the one it stands on, or the one whose JDK links its runtime.
///
/// @param name as the engine knows it
/// @param platform as the engine and Jib write it: `linux/amd64`
/// @param local whether only the engine has it, no registry
record Image(String name, String platform, boolean local) {
    private static final String LOCAL = "docker://";

    /// Takes a name as Jib does.
    static Image of(String name, String platform) {
        return name.startsWith(LOCAL)
                ? new Image(name.substring(LOCAL.length()), platform, true)
                : new Image(name, platform, false);
    }

    /// Gets the image that Jib gets: the newest under its name.
    void pull() throws IOException, InterruptedException {
        if (!local) {
            Docker.run("pull", "--quiet", "--platform=" + platform, name);
        }
    }
}
