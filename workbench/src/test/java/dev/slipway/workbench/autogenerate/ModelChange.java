package dev.slipway.workbench.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A change of a model, and what becomes of it, from a file of sections that begin with `=== NAME`.
record ModelChange(Path file, Map<String, String> sections) {
    static final Path FOLDER = Path.of("src/test/resources/dev/slipway/workbench/models");
    private static final Pattern SECTION = Pattern.compile("(?ms)^=== (\\w+)\\n(.*?)(?=^=== |\\z)");

    private static final String AFTERWARDS = "afterwards";
    private static final String QUIET = "exit 0\nno changes detected";

    static ModelChange read(Path file) {
        try {
            Map<String, String> sections = new LinkedHashMap<>();
            SECTION.matcher(Files.readString(file))
                    .results()
                    .forEach((MatchResult section) -> sections.put(section.group(1), section.group(2)));
            return new ModelChange(file, sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String section(String name) {
        return sections.getOrDefault(name, "").strip();
    }

    EntitySource before() {
        return new EntitySource(section("before"));
    }

    EntitySource after() {
        return new EntitySource(section("after"));
    }

    List<String> options() {
        return section("options").isEmpty()
                ? List.of()
                : List.of(section("options").split("\\s+"));
    }

    /// What another run says when all is done.
    String afterwards() {
        return section(AFTERWARDS).isEmpty() ? QUIET : section(AFTERWARDS);
    }

    /// Writes down what is expected from now on.
    void expect(String expected, String afterwards) {
        Map<String, String> wanted = new LinkedHashMap<>(sections);
        wanted.put("expected", expected);
        wanted.remove(AFTERWARDS);
        if (!afterwards.equals(QUIET)) {
            wanted.put(AFTERWARDS, afterwards);
        }
        String text = wanted.entrySet().stream()
                .map(section -> "=== %s\n%s\n"
                        .formatted(section.getKey(), section.getValue().strip()))
                .collect(Collectors.joining("\n"));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
