package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What a list can be sorted by; equal values are sorted by id.
enum UserOrder {
    ID("id", "bigint", user -> String.valueOf(user.id())),
    USERNAME("username", "text", User::username),
    EMAIL("email", "text", User::email),
    CREATED_AT("created_at", "timestamptz", user -> user.createdAt().toString());

    private final String column;
    private final String type;
    private final Function<User, String> value;

    UserOrder(String column, String type, Function<User, String> value) {
        this.column = column;
        this.type = type;
        this.value = value;
    }

    String column() {
        return column;
    }

    /// The type of the database that a value of a cursor is read as.
    String type() {
        return type;
    }

    String valueOf(User user) {
        return value.apply(user);
    }

    /// Whether a cursor may hold this value.
    boolean takes(String text) {
        return switch (this) {
            case ID -> text.matches("\\d{1,18}");
            case USERNAME, EMAIL -> text.indexOf('\0') < 0;
            case CREATED_AT -> isInstant(text);
        };
    }

    static Optional<UserOrder> ofWord(String word) {
        return switch (word) {
            case "id" -> Optional.of(ID);
            case "username" -> Optional.of(USERNAME);
            case "email" -> Optional.of(EMAIL);
            case "createdAt" -> Optional.of(CREATED_AT);
            default -> Optional.empty();
        };
    }

    private static boolean isInstant(String text) {
        try {
            return Objects.requireNonNull(Instant.parse(text)).isBefore(Instant.parse("9999-12-31T00:00:00Z"))
                    && text.startsWith("2");
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
