package dev.slipway.runner.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// The file in which Kubernetes looks for why a container ended, and which `kubectl describe pod` shows. Elsewhere
/// there is none.
///
/// Kubernetes makes the file, and shows the last 4096 bytes of it. So a longer message is cut at its end, which says
/// less than its beginning.
record TerminationLog(Path file) {
    static final String VARIABLE = "SLIPWAY_TERMINATION_LOG";
    private static final String DEFAULT = "/dev/termination-log";
    private static final int MOST = 4096;

    static TerminationLog of(Map<String, String> environment) {
        return new TerminationLog(Path.of(environment.getOrDefault(VARIABLE, DEFAULT)));
    }

    void write(String message) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(MOST);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message), bytes, true);
        try {
            Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
        } catch (IOException _) {
            // the message stands in the log as well
        }
    }
}
