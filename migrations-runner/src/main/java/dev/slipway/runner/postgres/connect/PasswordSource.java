package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.SecretShapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the password comes from. Files are read at each attempt, so that a rotated secret is found.
public sealed interface PasswordSource {
    /// @param text the password, or empty if there is none
    record Literal(String text) implements PasswordSource {
        @Override
        public String toString() {
            return text.isEmpty() ? "no password" : SecretShapes.MASK;
        }
    }

    /// A file that holds nothing but the password; line ends after it do not count.
    record SecretFile(Path file) implements PasswordSource {}

    /// A file as libpq has it, with `host:port:database:user:password` in each line.
    record PassFile(Path file) implements PasswordSource {}

    /// Whether another password may come while somebody waits: whoever rotates a secret writes its file anew.
    default boolean mayBeRotated() {
        return switch (this) {
            case SecretFile _ -> true;
            case Literal _, PassFile _ -> false;
        };
    }

    /// The password for this host, empty if there is none.
    ///
    /// @throws IOException if the secret file cannot be read; a missing pass file holds no password, as in libpq
    default String read(HostAddress host, String database, String user) throws IOException {
        return switch (this) {
            case Literal(String text) -> text;
            case SecretFile(Path file) -> withoutLineEnd(Files.readString(file));
            case PassFile(Path file) ->
                Files.isReadable(file) ? PassFileLines.find(Files.readAllLines(file), host, database, user) : "";
        };
    }

    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
