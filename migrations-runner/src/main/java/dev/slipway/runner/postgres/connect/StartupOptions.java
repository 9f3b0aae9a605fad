package dev.slipway.runner.postgres.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Session settings that a run needs. In the startup packet they cost no round trip and outrank what the role or the
/// database sets.
///
/// `client_connection_check_interval` ends the backend of a killed runner; a timeout of 0 means none. The user's own
/// options come after ours and win.
enum StartupOptions {
    /// Ours and the user's.
    ALL,
    /// For a server or a pooler that does not take ours with the startup packet.
    ONLY_GIVEN;

    /// The driver sends the time zone of this machine, and what a script does must not depend on where it is run.
    private static final String UTC = "set timezone = 'UTC'; ";

    private static final Map<String, String> OURS = ours();

    private static Map<String, String> ours() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("client_connection_check_interval", "1000");
        settings.put("statement_timeout", "0");
        settings.put("idle_in_transaction_session_timeout", "0");
        settings.put("idle_session_timeout", "0");
        return settings;
    }

    String with(String given) {
        String options = this == ONLY_GIVEN
                ? given
                : OURS.entrySet().stream()
                                .map(setting -> "-c %s=%s".formatted(setting.getKey(), setting.getValue()))
                                .collect(Collectors.joining(" "))
                        + " " + given;
        return options.strip();
    }

    /// The SQL for what could not be said with the startup packet, each statement ending in `; `.
    ///
    /// @param major of the server: `transaction_timeout` came with 17, older ones refuse a startup packet with it
    String statements(int major) {
        String later = UTC + (major >= 17 ? "set transaction_timeout = 0; " : "");
        if (this == ALL) {
            return later;
        }
        return "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set idle_session_timeout = 0; "
                + later;
    }
}
