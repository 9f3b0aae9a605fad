package dev.slipway.workbench.alembic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `alembic.ini` says in its section `[alembic]`.
///
/// Source: https://alembic.sqlalchemy.org/en/latest/tutorial.html#editing-the-ini-file
///
/// @param text the whole file
record AlembicIni(Path file, String text, Map<String, String> values) {
    static final AlembicIni NONE = new AlembicIni(Path.of("alembic.ini"), "", Map.of());

    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]*)\\].*");
    private static final Pattern VALUE = Pattern.compile("([^\\s=:#;\\[][^=:]*?)\\s*[=:]\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("%%|%\\(([^)]+)\\)s");
    private static final Pattern PACKAGE = Pattern.compile("([A-Za-z_][\\w.]+):(.*)");

    AlembicIni {
        values = Map.copyOf(values);
    }

    /// As Python's `configparser` reads it: an indented line goes on with the value before it.
    static AlembicIni parse(Path file, String text) {
        Map<String, String> values = new HashMap<>();
        String section = "";
        String key = "";
        for (String line : text.lines().toList()) {
            Matcher value = VALUE.matcher(line);
            Matcher begins = SECTION.matcher(line);
            boolean goesOn = !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (line.isBlank() || line.strip().startsWith("#") || line.strip().startsWith(";")) {
                continue;
            }
            if (begins.matches()) {
                section = begins.group(1).strip();
            } else if (section.equals("alembic") && goesOn) {
                values.computeIfPresent(key, (_, former) -> former + "\n" + line.strip());
            } else if (section.equals("alembic") && value.matches()) {
                key = value.group(1);
                values.put(key, value.group(2).strip());
            }
        }
        return new AlembicIni(file, text, values);
    }

    /// Alembic's folder, or nothing if the file does not say so.
    Optional<Path> scriptLocation() {
        return value("script_location").filter(text -> !text.isBlank()).map(this::path);
    }

    /// The folders of the revisions, or none if the file does not name them.
    List<Path> versionLocations() {
        return value("version_locations").stream()
                .flatMap(text -> Arrays.stream(text.strip().split(separator())))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(this::path)
                .toList();
    }

    /// Whether revisions lie in folders within those as well.
    boolean isRecursive() {
        return value("recursive_version_locations")
                .filter(text -> text.strip().equalsIgnoreCase("true"))
                .isPresent();
    }

    /// Between several folders.
    private String separator() {
        String named = value("version_path_separator")
                .or(() -> value("path_separator"))
                .map(text -> text.replaceFirst("\\s*#.*", "").strip())
                .orElse("");
        return switch (named) {
            case "os", ":" -> "[:\\n]";
            case ";" -> "[;\\n]";
            case "newline" -> "\\n";
            default -> ",\\s*|\\s+";
        };
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(text -> resolved(text, 0));
    }

    private String resolved(String text, int depth) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String name = reference.group(1);
            if (name == null) {
                return "%";
            }
            String found = name.equals("here") ? folder().toString() : values.get(name);
            return Matcher.quoteReplacement(
                    found == null || depth > values.size()
                            ? reference.group()
                            : name.equals("here") ? found : resolved(found, depth + 1));
        });
    }

    private Path folder() {
        return Objects.requireNonNullElse(file.getParent(), Path.of(""));
    }

    /// `app.db:migrations` is the folder `migrations` of a package.
    private Path path(String text) {
        Path plain = folder().resolve(text);
        Matcher inPackage = PACKAGE.matcher(text);
        if (Files.exists(plain) || !inPackage.matches()) {
            return plain;
        }
        return folder().resolve(inPackage.group(1).replace('.', '/')).resolve(inPackage.group(2));
    }
}
