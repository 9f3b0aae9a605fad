package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.Naming;
import java.util.ArrayList;
import java.util.List;

/// Files that lie among the scripts and are none, so that they are not run.
///
/// @param naming of scripts
/// @param callbacks what Flyway would run before or after its work
/// @param others what Flyway passes over as well
public record SkippedFiles(Naming naming, List<String> callbacks, List<String> others) {
    private static final String AFTER_MIGRATE = "afterMigrate";
    private static final int NAMED = 3;

    public SkippedFiles {
        callbacks = List.copyOf(callbacks);
        others = List.copyOf(others);
    }

    /// What is told of them, one line for each kind.
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (!callbacks.isEmpty()) {
            lines.add("callbacks of Flyway are not run: %s%s".formatted(some(callbacks), instead()));
        }
        if (!others.isEmpty()) {
            lines.add("not run, since the name is not that of a script: " + some(others));
        }
        return lines;
    }

    private static String some(List<String> files) {
        int more = files.size() - NAMED;
        String named = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
        return more > 0 ? "%s and %d more".formatted(named, more) : named;
    }

    /// What runs after each migration is most often the definition of views and the like.
    private String instead() {
        return callbacks.stream()
                .map(origin -> origin.substring(origin.lastIndexOf('/') + 1))
                .filter(name -> name.startsWith(AFTER_MIGRATE))
                .findFirst()
                .map(name -> "; a repeatable script does what %s does, whenever its text changes: name it %s"
                        .formatted(name, repeatable(name)))
                .orElse("");
    }

    private String repeatable(String callback) {
        String words = callback.substring(Callbacks.event(callback).orElse("").length());
        return words.startsWith(naming.separator())
                ? naming.repeatable() + words
                : naming.repeatableScript("after_migrate");
    }
}
