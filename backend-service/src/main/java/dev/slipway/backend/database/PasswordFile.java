package dev.slipway.backend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Gives the driver the password of a file, read again for every connection, so that a rotated secret works at once.
///
/// Public because the driver creates it by name.
public final class PasswordFile implements AuthenticationPlugin {
    private static final String PROPERTY = "slipwayPasswordFile";

    private final Path file;

    public PasswordFile(Properties properties) {
        file = Path.of(properties.getProperty(PROPERTY));
    }

    static void register(Properties properties, String file) {
        properties.setProperty(PROPERTY, file);
        PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME.set(properties, PasswordFile.class.getName());
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new PSQLException(
                    "the password file \"%s\" cannot be read".formatted(file),
                    PSQLState.CONNECTION_UNABLE_TO_CONNECT,
                    e);
        }
    }
}
