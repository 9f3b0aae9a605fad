package dev.slipway.workbench.command;

import dev.slipway.runner.command.StampText;
import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.model.Plural;
import java.util.ArrayList;
import java.util.List;

final class ImportAlembicText {
    private ImportAlembicText() {}

    static String of(ImportAlembicCommand.Result result) {
        List<String> lines = new ArrayList<>();
        result.scripts().forEach(script -> lines.add("wrote %s  %s".formatted(script.file(), script.alembic())));
        result.notes().forEach(note -> lines.add("note: " + note));
        lines.add(
                result.scripts().isEmpty()
                        ? "nothing to import: %s of Alembic %s in %s"
                                .formatted(
                                        Plural.of(result.known(), "revision"),
                                        result.known() == 1 ? "is" : "are",
                                        result.folder())
                        : "made %s in %s".formatted(Plural.of(result.scripts().size(), "script"), result.folder()));
        StampResult stamped = result.stamped();
        if (stamped == null) {
            lines.add(
                    "next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one");
        } else {
            lines.add(StampText.of(stamped));
            if (!result.scripts().isEmpty()) {
                lines.add("next: `prove --from heads`; what is written from now on is proved in full");
            }
        }
        return String.join("\n", lines);
    }
}
