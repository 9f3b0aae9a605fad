package dev.slipway.runner.engine.script;

/// A file in a location, not read yet.
///
/// @param path relative to its location with `/` between folders, as Flyway records it in the history
/// @param origin where it was found, for people
/// @param folder whether it is a folder that is named like a file
record FoundFile(String path, String origin, ScriptText.Bytes bytes, boolean folder) {
    FoundFile(String path, String origin, ScriptText.Bytes bytes) {
        this(path, origin, bytes, false);
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
