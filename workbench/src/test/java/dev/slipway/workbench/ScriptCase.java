package dev.slipway.workbench;

import dev.slipway.runner.model.TextResource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A script, and the lines that are expected of it.
public record ScriptCase(String script, List<String> expected) {
    public ScriptCase {
        expected = List.copyOf(expected);
    }

    /// Those of a file beside a test: a script, `->` on a line of its own, what is expected, and an empty line.
    public static Stream<ScriptCase> of(Class<?> test, String file) {
        return Arrays.stream(TextResource.read(test, file).split("\n\n"))
                .map(text -> text.strip().split("\n->\n?", -1))
                .map(parts -> new ScriptCase(parts[0], parts[1].lines().toList()));
    }

    @Override
    public String toString() {
        return script;
    }
}
