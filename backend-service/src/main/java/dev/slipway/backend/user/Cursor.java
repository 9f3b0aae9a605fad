package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last row of a page: the next page begins after it, also when the row itself is gone by then.
///
/// @param value of the column that is sorted by
record Cursor(String value, long id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.([A-Za-z0-9_-]{0,1400}))?");

    static Optional<Cursor> parse(String text, UserOrder order) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (matcher.group(2) == null) != (order == UserOrder.ID)) {
            return Optional.empty();
        }
        long id = Long.parseLong(matcher.group(1));
        return order == UserOrder.ID
                ? Optional.of(new Cursor(matcher.group(1), id))
                : decoded(Objects.requireNonNull(matcher.group(2)))
                        .filter(order::takes)
                        .map(value -> new Cursor(value, id));
    }

    static String text(User user, UserOrder order) {
        String value = order.valueOf(user);
        return order == UserOrder.ID
                ? value
                : user.id()
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
