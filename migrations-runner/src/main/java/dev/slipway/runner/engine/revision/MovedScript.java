package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of a revision under its new version.
final class MovedScript {
    private final Naming naming;
    private final Script.Versioned script;
    private final String version;
    private final List<Version> parents;
    private final MovedFiles files = new MovedFiles();
    private final Map<String, String> paths = new LinkedHashMap<>();

    /// @param version as it is to stand in the names of the files
    /// @param parents what it is to build on
    MovedScript(Naming naming, Script.Versioned script, String version, List<Version> parents) {
        this.naming = naming;
        this.script = script;
        this.version = version;
        this.parents = parents;
    }

    void move(Optional<Script.Undo> undo) {
        move(script, naming.versioned());
        undo.ifPresent(back -> move(back, naming.undo()));
        if (!(script.header().revises() instanceof Revises.Named named)) {
            return;
        }
        Path file = file(script);
        if (!named.parents().equals(parents)) {
            files.text(file, HeaderLine.revising(file, named.line(), parents));
        }
        String former = HeaderLine.text(named.parents());
        String now = HeaderLine.text(parents);
        String old = script.version().toString();
        files.replace(file, UnfilledScript.request(former, old), UnfilledScript.request(now, version));
        undo.ifPresent(back -> files.replace(
                file(back), UnfilledScript.requestBack(old, former), UnfilledScript.requestBack(version, now)));
    }

    /// A script that names the revision as a parent.
    void rewrite(Script.Versioned child, Version to) {
        if (child.header().revises() instanceof Revises.Named named) {
            List<Version> all = named.parents().stream()
                    .map(parent -> parent.equals(script.version()) ? to : parent)
                    .toList();
            files.text(file(child), HeaderLine.revising(file(child), named.line(), all));
        }
    }

    /// Flyway's settings of a script go with it.
    private void move(Script moved, String prefix) {
        String name = moved.file().fileName();
        int separator = name.indexOf(naming.separator(), prefix.length());
        int end = separator < 0 ? naming.withoutSuffix(name).orElse(name).length() : separator;
        String renamed = name.substring(0, prefix.length()) + version + name.substring(end);
        Path from = file(moved);
        if (!Files.isRegularFile(from)) {
            throw new SlipwayException(new UsageFailure(
                    "%s is no file that can be renamed".formatted(from), "name the folder of the scripts"));
        }
        files.move(from, from.resolveSibling(renamed));
        String path = moved.file().path();
        paths.put(path, path.substring(0, path.length() - name.length()) + renamed);
        Path settings = from.resolveSibling(name + ".conf");
        if (Files.exists(settings)) {
            files.move(settings, from.resolveSibling(renamed + ".conf"));
        }
    }

    private static Path file(Script script) {
        return Path.of(script.file().origin());
    }

    /// The former paths with those of today.
    Map<String, String> paths() {
        return Map.copyOf(paths);
    }

    List<RenumberResult.Renamed> renamed() {
        return paths.entrySet().stream()
                .map(path -> new RenumberResult.Renamed(path.getKey(), path.getValue()))
                .toList();
    }

    void write() {
        files.write();
    }
}
