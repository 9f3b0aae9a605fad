package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What a list can be sorted by; equal values are sorted by id.
enum UserOrder {
    ID("id", "bigint"),
    USERNAME("username", "text"),
    EMAIL("email", "text"),
    CREATED_AT("created_at", "timestamptz");

    private final String column;
    private final String type;

    UserOrder(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    /// The type of the database that a value of a cursor is read as.
    String type() {
        return type;
    }

    String valueOf(User user) {
        return switch (this) {
            case ID -> String.valueOf(user.id());
            case USERNAME -> user.username();
            case EMAIL -> user.email();
            case CREATED_AT -> user.createdAt().toString();
        };
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

    /// PostgreSQL's years end long after those that a service meets, but before those of Java.
    private static boolean isInstant(String text) {
        try {
            return text.matches("\\d{4}-.*") && Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
