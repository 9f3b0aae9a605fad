package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The files of all locations: the scripts, and the configuration files of Flyway that belong to some of them, which it
/// finds by the path of the script in any location, upper and lower case alike.
final class FileSet {
    private final List<FoundFile> scripts = new ArrayList<>();
    private final Map<String, FoundFile> configurations = new LinkedHashMap<>();
    private final ScriptSettings settings;
    private final Consumer<ScriptProblem> problems;

    private FileSet(Conventions conventions, Consumer<ScriptProblem> problems) {
        this.settings = ScriptSettings.of(conventions);
        this.problems = problems;
    }

    /// A script's text, and what is said of it outside of it.
    record Read(ScriptFile file, ScriptSettings settings) {}

    static FileSet of(ScriptSource source, NameReader names, Consumer<ScriptProblem> problems) {
        FileSet files = new FileSet(source.conventions(), problems);
        Set<String> seen = new HashSet<>();
        for (Location location : Location.outermost(source.locations())) {
            location.files(names::concerns).stream()
                    .sorted(Comparator.comparing(FoundFile::origin))
                    .filter(file -> seen.add(file.origin()))
                    .forEachOrdered(files::add);
        }
        return files;
    }

    private void add(FoundFile file) {
        NameReader.configured(file.path())
                .ifPresentOrElse(
                        script -> configurations.putIfAbsent(script.toLowerCase(Locale.ROOT), file),
                        () -> scripts.add(file));
    }

    /// All but the configuration files, in the order of their locations.
    List<FoundFile> scripts() {
        return scripts;
    }

    /// Configuration files that belong to no script.
    List<FoundFile> strays() {
        Set<String> paths = new HashSet<>();
        scripts.forEach(file -> paths.add(file.path().toLowerCase(Locale.ROOT)));
        return configurations.entrySet().stream()
                .filter(configuration -> !paths.contains(configuration.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Reads a script; what cannot be read becomes a problem.
    Optional<Read> read(FoundFile script) {
        ScriptSettings own = configuration(script).flatMap(this::settings).orElse(settings);
        return ScriptText.read(script.origin(), script.bytes(), own.encoding(), problems)
                .map(text -> new Read(new ScriptFile(script.path(), script.origin(), text), own));
    }

    private Optional<FoundFile> configuration(FoundFile script) {
        return Optional.ofNullable(configurations.get(script.path().toLowerCase(Locale.ROOT)));
    }

    private Optional<ScriptSettings> settings(FoundFile configuration) {
        return ScriptText.read(configuration.origin(), configuration.bytes(), StandardCharsets.UTF_8, problems)
                .map(text -> settings.with(new TextFile(configuration.origin(), text), configuration.path(), problems));
    }
}
