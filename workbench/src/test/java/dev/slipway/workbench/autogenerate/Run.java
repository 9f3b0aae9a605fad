package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.cli.Main;
import dev.slipway.testing.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What one call of the program gave, as one text: exit code, standard output, standard error.
record Run(int exitCode, String out, String err) {
    /// Scratch databases are made on the server that the tests share.
    static Run of(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putIfAbsent("SLIPWAY_SCRATCH_URL", PostgresServer.shared().superuserUrl());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(List.of(arguments), all, stream(out), stream(err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String text() {
        return "exit %d\n%s%s".formatted(exitCode, out, err.isEmpty() ? "" : "--- stderr\n" + err);
    }
}
