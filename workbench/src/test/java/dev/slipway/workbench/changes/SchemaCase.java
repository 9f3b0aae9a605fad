package dev.slipway.workbench.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One file of `changes/`: scripts, and what is expected of them.
///
/// @param scripts by `V1`, `U1`
/// @param expected lines as `Outcome` writes them
record SchemaCase(String name, Map<String, String> scripts, String expected) {
    private static final Pattern SECTION = Pattern.compile("(?ms)^--- (\\w+)\\n(.*?)(?=^--- |\\z)");

    static List<SchemaCase> all() {
        URI folder = URI.create(Objects.requireNonNull(SchemaCase.class.getResource("add-nullable-column.sql"))
                .toString());
        try (Stream<Path> files = Files.list(Path.of(folder).resolveSibling(""))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(SchemaCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaCase read(Path file) {
        try {
            Map<String, String> sections = new LinkedHashMap<>();
            List<MatchResult> found =
                    SECTION.matcher(Files.readString(file)).results().toList();
            found.forEach(
                    section -> sections.put(section.group(1), section.group(2).strip() + "\n"));
            String expected = Objects.requireNonNull(sections.remove("expect"), file.toString());
            return new SchemaCase(file.getFileName().toString().replace(".sql", ""), sections, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the scripts into a folder.
    void into(Path folder) {
        scripts.forEach((label, sql) -> {
            try {
                Files.writeString(folder.resolve(label + "__" + name.replace('-', '_') + ".sql"), sql);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Puts down what is expected from now on; somebody has to look at it.
    void expect(String outcome) {
        Path file =
                Path.of("src/test/resources", SchemaCase.class.getPackageName().replace('.', '/'), name + ".sql");
        try {
            String text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.indexOf("--- expect\n")) + "--- expect\n" + outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
