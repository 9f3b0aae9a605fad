package dev.slipway.runner.engine.revision;

/// A revision that was thought out, and is not written yet.
///
/// @param words what it does, which tells it from others of the same message; empty if that needs no word
/// @param transaction whether its script runs in one
/// @param undoTransaction whether its undo script does
/// @param contract whether older versions of the service cannot run on the schema after it
/// @param open whether somebody has to complete the script
/// @param script its SQL, ending in a line end
/// @param undo the SQL of its undo script, ending in a line end
public record RevisionDraft(
        String words,
        boolean transaction,
        boolean undoTransaction,
        boolean contract,
        boolean open,
        String script,
        String undo) {}
