package dev.slipway.runner.testing;

import dev.slipway.runner.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// An upgrade of one database, as the program does it. The environment of the tests has no say in it.
record Migration(ServerAddress address, List<String> locations, SortedMap<String, String> placeholders) {
    void run(String database, String target) {
        List<String> arguments = new ArrayList<>(List.of("upgrade", target));
        arguments.add("--url=" + address.url(database));
        arguments.add("--locations=" + String.join(",", locations));
        placeholders.forEach((name, value) -> arguments.add("--placeholder=%s=%s".formatted(name, value)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(arguments, Map.of(), stream(out), stream(err));
        if (exitCode != 0) {
            throw new IllegalStateException("the scripts did not run\n%s"
                    .formatted(err.toString(StandardCharsets.UTF_8).strip()));
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
