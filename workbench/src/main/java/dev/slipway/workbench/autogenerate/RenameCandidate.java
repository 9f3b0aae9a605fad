package dev.slipway.workbench.autogenerate;

/// What may be a renaming.
///
/// @param becoming what happens to its values beside that, for people, or an empty text
public record RenameCandidate(ObjectRename rename, String becoming) {
    /// For people: `integer becomes bigint`.
    static RenameCandidate of(ObjectRename rename, String... becoming) {
        return new RenameCandidate(rename, String.join(", and ", becoming));
    }

    /// What is asked at a terminal.
    public String question() {
        return becoming.isEmpty()
                ? "Is it renamed, and keeps what is in it?"
                : "Is it renamed, and keeps what is in it, so that %s?".formatted(becoming);
    }

    /// What an option says to it.
    String answer() {
        return becoming.isEmpty() ? "it is the same" : "it is the same, and " + becoming;
    }
}
