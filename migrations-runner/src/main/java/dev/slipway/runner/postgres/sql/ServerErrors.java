package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.LockWaiting;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.ServerMessage;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/// Reads the fields of the server's ErrorResponse message.
public final class ServerErrors {
    private static final int LONGEST_MESSAGE = 1000;

    /// How the JDBC driver refuses what it would have to be asked for otherwise.
    private static final String COPY = "CopyManager";

    private static final ServerError COPY_OUT = ServerError.unsupported(
            "nobody reads the rows of a COPY ... TO STDOUT",
            "let it write to a file of the server, or take it out of the script and run it with psql");
    private static final ServerError COPY_IN = ServerError.unsupported(
            "no rows follow the COPY ... FROM STDIN",
            "end it with ; and let its rows follow on lines of their own, and after them a line \\.");

    private ServerErrors() {}

    public static ServerError of(SQLException exception) {
        ServerErrorMessage message =
                exception instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (text(exception.getMessage()).contains(COPY)) {
            return message == null ? COPY_OUT : COPY_IN;
        }
        if (message == null) {
            return new ServerError(
                    text(exception.getSQLState()),
                    firstLine(text(exception.getMessage())),
                    "",
                    "",
                    "",
                    0,
                    LockWaiting.NOTHING);
        }
        return new ServerError(
                text(message.getSQLState()),
                text(message.getMessage()),
                text(message.getDetail()),
                text(message.getHint()),
                text(message.getWhere()),
                message.getPosition(),
                LockWaiting.NOTHING);
    }

    /// What the server said about a statement that it ran, cut where nobody reads on.
    ///
    /// @param line of the statement, or 0
    public static ServerMessage message(SQLWarning warning, int line) {
        ServerErrorMessage message = warning instanceof PSQLWarning postgres ? postgres.getServerErrorMessage() : null;
        return message == null
                ? new ServerMessage("NOTICE", cut(text(warning.getMessage())), line)
                : new ServerMessage(text(message.getSeverity()), cut(whole(message)), line);
    }

    private static String whole(ServerErrorMessage message) {
        return text(message.getMessage()) + named("DETAIL", message.getDetail()) + named("HINT", message.getHint());
    }

    private static String named(String name, @Nullable String text) {
        return text == null ? "" : "\n%s: %s".formatted(name, text);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
