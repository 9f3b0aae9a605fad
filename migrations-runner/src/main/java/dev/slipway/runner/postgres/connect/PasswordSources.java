package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// Chooses where the password comes from: `DATABASE_PASSWORD_FILE` or `DATABASE_PASSWORD`, then the URL, then
/// `PGPASSWORD`, then libpq's pass file.
final class PasswordSources {
    private static final String VARIABLE = "DATABASE_PASSWORD";
    private static final String FILE_VARIABLE = "DATABASE_PASSWORD_FILE";

    static final Set<String> VARIABLES = Set.of(VARIABLE, FILE_VARIABLE);

    private PasswordSources() {}

    static PasswordSource source(Map<String, String> settings, Map<String, String> environment) {
        String literal = environment.getOrDefault(VARIABLE, "");
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        if (!literal.isEmpty() && !file.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "both %s and %s are set".formatted(VARIABLE, FILE_VARIABLE), "leave one of them out"));
        }
        if (!file.isEmpty()) {
            return new PasswordSource.SecretFile(readable(file));
        }
        String password = literal.isEmpty() ? settings.getOrDefault(DatabaseUrl.PASSWORD, "") : literal;
        return password.isEmpty() ? passFile(settings, environment) : new PasswordSource.Literal(password);
    }

    private static PasswordSource passFile(Map<String, String> settings, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String file = settings.getOrDefault(UrlParameters.PASS_FILE, home.isEmpty() ? "" : home + "/.pgpass");
        return file.isEmpty() ? new PasswordSource.Literal("") : new PasswordSource.PassFile(path(file));
    }

    /// A file that cannot be read from the beginning is a typing error; one that vanishes later is waited for.
    private static Path readable(String name) {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw unreadable(name, "it is a folder");
        }
        if (!Files.exists(file)) {
            throw unreadable(name, "it does not exist");
        }
        if (!Files.isReadable(file)) {
            throw unreadable(name, "this user may not read it");
        }
        return file;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw unreadable(name, "it is not a file name");
        }
    }

    private static SlipwayException unreadable(String name, String why) {
        return new SlipwayException(new UsageFailure(
                "the password file \"%s\" cannot be read: %s".formatted(name, why),
                "correct %s, or mount the secret there".formatted(FILE_VARIABLE)));
    }
}
