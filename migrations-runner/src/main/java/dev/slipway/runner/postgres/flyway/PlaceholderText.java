package dev.slipway.runner.postgres.flyway;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;

/// Fills in `${name}` as Flyway does.
public final class PlaceholderText {
    public static final String PREFIX = "${";

    static final String SUFFIX = "}";
    private static final String SEPARATOR = ":";

    private PlaceholderText() {}

    /// Fills in every placeholder.
    ///
    /// @throws UnknownPlaceholderException if one has no value
    public static String replace(String text, Map<String, String> values) throws UnknownPlaceholderException {
        StringWriter replaced = new StringWriter(text.length());
        try (PlaceholderReplacingReader reader =
                new PlaceholderReplacingReader(PREFIX, SUFFIX, SEPARATOR, values, new StringReader(text))) {
            reader.transferTo(replaced);
        } catch (FlywayException | StringIndexOutOfBoundsException e) {
            throw UnknownPlaceholderException.in(text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return replaced.toString();
    }
}
