package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.Direction;
import java.util.Collections;
import java.util.List;

/// How far a run came before it ended.
///
/// @param done the labels of the scripts that this run brought to their end: not copied, since each script has one
public record RunProgress(Direction direction, List<String> done) {
    public static final RunProgress NOTHING = new RunProgress(Direction.UP, List.of());
    private static final int SHOWN = 5;

    public RunProgress {
        done = Collections.unmodifiableList(done);
    }

    /// For example `5, 6 stayed applied`.
    public String text() {
        if (done.isEmpty()) {
            return direction.nothing();
        }
        String last = String.join(", ", done.subList(Math.max(0, done.size() - SHOWN), done.size()));
        String shown = done.size() > SHOWN ? "%d scripts up to %s".formatted(done.size(), done.getLast()) : last;
        return shown + " " + direction.stayed();
    }

    /// The command to run again, for example `upgrade`.
    public String command() {
        return direction.command();
    }
}
