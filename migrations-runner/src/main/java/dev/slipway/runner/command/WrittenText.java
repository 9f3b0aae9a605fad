package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;

/// Names the files of a new revision, and says what to do with them.
public final class WrittenText {
    private WrittenText() {}

    public static String of(WrittenRevision written) {
        List<String> lines = new ArrayList<>();
        lines.add("revision %s (%s) %s".formatted(written.version(), written.description(), origin(written)));
        lines.add("  wrote " + written.script());
        lines.add("  wrote " + written.undo());
        lines.add(
                written.isMerge()
                        ? "next: write SQL into them where the branches do not fit together, and run `upgrade`"
                        : "next: write the SQL into both; until then every command refuses them as empty");
        if (written.heads().size() > 1) {
            lines.add("there are %d heads now: %s; join them with `merge`"
                    .formatted(written.heads().size(), Version.list(written.heads())));
        }
        return String.join("\n", lines);
    }

    /// One of several revisions, and its files.
    public static List<String> files(WrittenRevision written) {
        return List.of(
                "revision %s (%s)".formatted(written.version(), written.description()),
                "  wrote " + written.script(),
                "  wrote " + written.undo());
    }

    private static String origin(WrittenRevision written) {
        if (written.parents().isEmpty()) {
            return "is a new base";
        }
        return (written.isMerge() ? "joins " : "revises ") + Version.list(written.parents());
    }
}
