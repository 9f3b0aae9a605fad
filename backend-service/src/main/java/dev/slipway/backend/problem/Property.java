package dev.slipway.backend.problem;

import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/// What one property of a body is read as. Nothing is made to fit: `"5"` is no number, and `5` is no text.
sealed interface Property {
    /// Left out, or null.
    record Absent() implements Property {}

    record Read(Object value) implements Property {}

    /// @param message what would be right
    record Unreadable(String message) implements Property {}

    static Property of(Class<?> type, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return new Absent();
        }
        if (type == String.class) {
            return value.isString() ? new Read(value.getStringValue()) : new Unreadable("takes text");
        }
        if (type == Boolean.class) {
            return value.isBoolean() ? new Read(value.getBooleanValue()) : new Unreadable("takes true or false");
        }
        if (type == Integer.class) {
            return value.isNumber() && value.getNumberValue() instanceof Integer number
                    ? new Read(number)
                    : new Unreadable("takes a whole number");
        }
        throw new IllegalArgumentException("no body has a %s".formatted(type));
    }
}
