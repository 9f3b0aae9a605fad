package dev.slipway.runner.model;

import java.util.ArrayList;
import java.util.List;

/// What was seen while a session waited for a lock.
///
/// @param blockers who was in its way
/// @param queue how many sessions waited behind it
/// @param unseen why nobody could look, or an empty text
public record LockWaiting(List<Blocker> blockers, int queue, String unseen) {
    public static final LockWaiting NOTHING = new LockWaiting(List.of(), 0, "");

    public LockWaiting {
        blockers = List.copyOf(blockers);
    }

    /// Nobody could look.
    public static LockWaiting unseen(String why) {
        return new LockWaiting(List.of(), 0, why);
    }

    /// In brackets behind what happened, with a space before; or an empty text.
    public String inBrackets() {
        List<String> parts = new ArrayList<>();
        blockers.forEach(blocker -> parts.add((parts.isEmpty() ? "blocked by " : "") + blocker));
        parts.addAll(besides());
        return parts.isEmpty() ? "" : " (%s)".formatted(String.join("; ", parts));
    }

    /// Who waited behind it, and why nobody could look.
    public List<String> besides() {
        List<String> parts = new ArrayList<>();
        if (queue > 0) {
            parts.add(Plural.of(queue, "session") + " waited behind it");
        }
        if (!unseen.isEmpty()) {
            parts.add("who blocks could not be looked up, for want of a second connection: " + unseen);
        }
        return parts;
    }
}
