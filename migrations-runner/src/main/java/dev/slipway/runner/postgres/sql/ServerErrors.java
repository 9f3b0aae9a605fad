package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.ServerError;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Reads the fields of the server's ErrorResponse message.
public final class ServerErrors {
    private ServerErrors() {}

    public static ServerError of(SQLException exception) {
        ServerErrorMessage message =
                exception instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message == null) {
            return new ServerError(
                    text(exception.getSQLState()), firstLine(text(exception.getMessage())), "", "", "", 0);
        }
        return new ServerError(
                text(message.getSQLState()),
                text(message.getMessage()),
                text(message.getDetail()),
                text(message.getHint()),
                text(message.getWhere()),
                message.getPosition());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
