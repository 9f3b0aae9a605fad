package dev.slipway.runner.acceptance.backup;

import dev.slipway.runner.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Lets a test give a process file systems of its own.
final class Namespaces {
    private Namespaces() {}

    /// Where the system forbids it, as some containers do, the test is skipped, and says so; in CI it fails.
    static void require() throws IOException, InterruptedException {
        Program.require("unshare", "util-linux");
        Process process = new ProcessBuilder(
                        "unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            return;
        }
        Program.lacking("mount namespaces, which the system refuses: " + printed.strip());
    }
}
