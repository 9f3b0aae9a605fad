package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A model, rows for its tables, and changes that follow each other, from a file of sections.
///
/// Lines of a change that begin with `-` give way to those with `+`; `?` are options.
record ModelStory(Path file, Map<String, String> sections) {
    private static final Pattern SECTION = Pattern.compile("(?ms)^=== ([^\\n]+)\\n(.*?)(?=^=== |\\z)");
    private static final List<String> OTHERS = List.of("model", "rows", "expected");

    static ModelStory read(Path file) throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        SECTION.matcher(Files.readString(file))
                .results()
                .forEach(section -> sections.put(section.group(1), section.group(2)));
        return new ModelStory(file, sections);
    }

    String model() {
        return sections.getOrDefault("model", "");
    }

    String rows() {
        return sections.getOrDefault("rows", "");
    }

    List<String> expected() {
        return sections.getOrDefault("expected", "").lines().toList();
    }

    List<Change> changes() {
        return sections.entrySet().stream()
                .filter(section -> !OTHERS.contains(section.getKey()))
                .map(section ->
                        new Change(section.getKey(), section.getValue().lines().toList()))
                .toList();
    }

    /// Writes down what is expected from now on, if that is asked for.
    void expect(List<String> lines) throws IOException {
        if (System.getProperty("slipway.write-docs") != null) {
            String text = Files.readString(file).replaceFirst("(?s)\\n=== expected\\n.*", "");
            Files.writeString(file, text.stripTrailing() + "\n\n=== expected\n" + String.join("\n", lines) + "\n");
        }
    }

    record Change(String name, List<String> lines) {
        List<String> options() {
            return beginning("? ").stream()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .toList();
        }

        String applied(String model) {
            List<String> old = beginning("- ");
            List<String> wanted = new ArrayList<>(beginning("+ "));
            String changed = model;
            for (String line : old) {
                assertThat(changed).contains(line);
                changed = changed.replace(line, wanted.removeFirst());
            }
            return changed + String.join("\n", wanted) + "\n";
        }

        private List<String> beginning(String sign) {
            return lines.stream()
                    .filter(line -> line.startsWith(sign))
                    .map(line -> line.substring(sign.length()))
                    .toList();
        }
    }
}
