package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ServerError;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a server refused a script for what the server is, and not for what the script says: an extension, a library,
/// a locale or a setting is missing there, or memory. Another server may take the same script.
///
/// Source of the codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
public final class ServerLack {
    private static final String INSUFFICIENT_RESOURCES = "53";

    /// By SQLSTATE, how the message says that it is so. That tells these apart from others of the same code.
    private static final Map<String, Pattern> MESSAGES = Map.of(
            "0A000", Pattern.compile("extension \".*\" is not available"),
            "58P01", Pattern.compile("could not (?:open extension control|access) file .*"),
            "55000", Pattern.compile(".*(?:shared_preload_libraries|wal_level).*"),
            "42704",
                    Pattern.compile("unrecognized configuration parameter .*|collation \".*\" for encoding .*"
                            + "|could not create locale .*"),
            "22023", Pattern.compile("could not create locale .*"));

    private ServerLack() {}

    public static boolean isIn(ServerError error) {
        Pattern message = MESSAGES.get(error.sqlState());
        return error.sqlState().startsWith(INSUFFICIENT_RESOURCES)
                || (message != null && message.matcher(error.message()).matches());
    }
}
