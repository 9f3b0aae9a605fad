package dev.slipway.workbench.prove;

import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;

/// What scripts need that no script makes.
final class MadeUp {
    private MadeUp() {}

    /// What is told of it.
    static List<String> notes(ScratchServer server) {
        List<String> notes = new ArrayList<>();
        for (String role : server.rolesMadeUp()) {
            notes.add("role \"%s\" was made up, since the scratch server has none of that name".formatted(role));
        }
        for (String extension : server.extensionsMadeUp()) {
            notes.add("extension \"%s\" was created beforehand, since scripts use it and none makes it"
                    .formatted(extension));
        }
        return notes;
    }
}
