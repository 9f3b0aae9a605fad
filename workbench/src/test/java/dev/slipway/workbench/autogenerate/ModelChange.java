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

/// A change of a model, and what becomes of it, from a file of sections that begin with `=== NAME`.
record ModelChange(Path file, Map<String, String> sections) {
    static final Path FOLDER = Path.of("src/test/resources/dev/slipway/workbench/models");
    private static final Pattern SECTION = Pattern.compile("(?ms)^=== (\\w+)\\n(.*?)(?=^=== |\\z)");

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

    void expect(String expected) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, body) -> {
            if (!name.equals("expected")) {
                text.append("=== ")
                        .append(name)
                        .append('\n')
                        .append(body.strip())
                        .append("\n\n");
            }
        });
        try {
            Files.writeString(file, text + "=== expected\n" + expected + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
