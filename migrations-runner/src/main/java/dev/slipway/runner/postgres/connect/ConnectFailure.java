package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.UnavailableReason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Tells from what the server, the driver or the network said why there is no connection.
///
/// Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
final class ConnectFailure {
    private static final Map<String, UnavailableReason> PHRASES_OF_PGBOUNCER = Map.of(
            "authentication failed", UnavailableReason.WRONG_PASSWORD,
            "no such user", UnavailableReason.WRONG_PASSWORD,
            "empty password", UnavailableReason.PASSWORD_MISSING,
            "no such database", UnavailableReason.NO_SUCH_DATABASE,
            "unsupported startup parameter", UnavailableReason.SETTING_REFUSED,
            "no more connections allowed", UnavailableReason.TOO_MANY_CONNECTIONS);

    private static final Pattern MISSING_DATABASE = Pattern.compile("database \".*\" does not exist");

    private ConnectFailure() {}

    /// @param passwordGiven whether there was a password at all
    static ConnectAttempt.Failed of(SQLException e, boolean passwordGiven) {
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        return server == null
                ? new ConnectAttempt.Failed(ofDriver(e, passwordGiven), "driver: " + driverText(e))
                : new ConnectAttempt.Failed(ofServer(state(e), server), "server: " + serverText(server));
    }

    /// Whether the server or a pooler may have stumbled over a startup option: `undefined_object` for an unknown name,
    /// `invalid_parameter_value` where the platform cannot watch the client, `protocol_violation` from PgBouncer.
    static boolean isOptionRefused(SQLException e) {
        boolean fromServer = e instanceof PSQLException p && p.getServerErrorMessage() != null;
        return fromServer && List.of("42704", "22023", "08P01").contains(state(e));
    }

    private static UnavailableReason ofServer(String state, ServerErrorMessage server) {
        return switch (state) {
            case "08P01" -> ofPooler(String.valueOf(server.getMessage()));
            case "28P01" -> UnavailableReason.WRONG_PASSWORD;
            case "28000", "42501", "55000" -> UnavailableReason.NOT_PERMITTED;
            case "3D000", "57P04" -> UnavailableReason.NO_SUCH_DATABASE;
            case "57P01", "57P02", "57P03" -> UnavailableReason.STARTING_UP;
            case "53300" -> UnavailableReason.TOO_MANY_CONNECTIONS;
            case "42704", "22023" -> UnavailableReason.SETTING_REFUSED;
            case "25006" -> UnavailableReason.READ_ONLY;
            default -> UnavailableReason.OTHER;
        };
    }

    /// PgBouncer says nearly everything with one state, and always in English but for what it hands on of the server.
    ///
    /// Source: https://github.com/pgbouncer/pgbouncer/blob/master/src/client.c
    private static UnavailableReason ofPooler(String message) {
        if (MISSING_DATABASE.matcher(message).find()) {
            return UnavailableReason.NO_SUCH_DATABASE;
        }
        return PHRASES_OF_PGBOUNCER.entrySet().stream()
                .filter(phrase -> message.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UnavailableReason.OTHER);
    }

    private static UnavailableReason ofDriver(SQLException e, boolean passwordGiven) {
        return switch (state(e)) {
            case "08001", "08003", "08006" -> ofNetwork(e);
            case "08004" -> ofRefusal(e, passwordGiven);
            case "08P01" -> UnavailableReason.NOT_POSTGRESQL;
            case "22023" -> UnavailableReason.SETTING_REFUSED;
            default -> UnavailableReason.OTHER;
        };
    }

    /// The driver gives all of these one state and no cause, so that only its message, in whatever language, differs.
    private static UnavailableReason ofRefusal(SQLException e, boolean passwordGiven) {
        if (GT.tr("The server does not support SSL.").equals(e.getMessage())) {
            return UnavailableReason.TLS_REFUSED;
        }
        return passwordGiven ? UnavailableReason.OTHER : UnavailableReason.PASSWORD_MISSING;
    }

    private static UnavailableReason ofNetwork(SQLException e) {
        return causes(e)
                .skip(1)
                .flatMap(cause -> ofCause(cause).stream())
                .findFirst()
                .orElse(state(e).equals("08006") ? UnavailableReason.TLS_REFUSED : UnavailableReason.TIMED_OUT);
    }

    private static List<UnavailableReason> ofCause(Throwable cause) {
        return switch (cause) {
            case SSLException broken when isBrokenOff(broken) -> List.of();
            case SSLException _ -> List.of(UnavailableReason.TLS_REFUSED);
            case UnknownHostException _ -> List.of(UnavailableReason.NAME_NOT_RESOLVED);
            case NoRouteToHostException _ -> List.of(UnavailableReason.UNREACHABLE);
            case ConnectException _ -> List.of(UnavailableReason.REFUSED);
            case SocketTimeoutException _ -> List.of(UnavailableReason.TIMED_OUT);
            case SocketException s
            when String.valueOf(s.getMessage()).contains("unreachable") -> List.of(UnavailableReason.UNREACHABLE);
            case SocketException _, EOFException _ -> List.of(UnavailableReason.CONNECTION_CLOSED);
            default -> List.of();
        };
    }

    /// Whether the other side went away in the middle of a handshake, as one that is stopped does: its cause says how.
    private static boolean isBrokenOff(SSLException handshake) {
        return handshake.getCause() instanceof IOException cause
                && !ofCause(cause).isEmpty();
    }

    private static String serverText(ServerErrorMessage server) {
        String detail = server.getDetail();
        return oneLine("%s%s (SQLSTATE %s)"
                .formatted(server.getMessage(), detail == null ? "" : "; " + detail, server.getSQLState()));
    }

    /// The innermost message says most: `Connection refused`, `PKIX path building failed`.
    private static String driverText(SQLException e) {
        String message = causes(e)
                .map(cause -> cause instanceof UnknownHostException
                        ? "no address is known for host " + cause.getMessage()
                        : cause.getMessage())
                .filter(text -> text != null && !text.isBlank())
                .reduce("no reason given", (_, inner) -> inner);
        return oneLine(message);
    }

    private static Stream<Throwable> causes(SQLException e) {
        return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
