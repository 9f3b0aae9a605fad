package dev.slipway.backend.user;

import dev.slipway.backend.problem.Fault;
import dev.slipway.backend.problem.PlainText;
import dev.slipway.backend.problem.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which users to list.
///
/// @param limit how many at most
/// @param after the next of the page before
/// @param sort id, username, email or createdAt; with a minus sign before it from the end
/// @param search a part of name or address, in upper or lower case
/// @param role only those of this role
/// @param active only those who may sign in, or only those who may not
@Introspected
record UserQuery(
        @QueryValue(defaultValue = UserQuery.USUAL)
        @Schema(type = "integer", minimum = "1", maximum = "200")
        @Pattern(regexp = "([1-9]\\d?|1\\d\\d|200)?", message = "takes 1 to 200")
        String limit,

        @Nullable
        @QueryValue
        @Size(max = 1500, message = UserQuery.NEXT)
        @Pattern(regexp = "[A-Za-z0-9_.-]*", message = UserQuery.NEXT)
        String after,

        @QueryValue(defaultValue = "id")
        @Pattern(
                regexp = "-?(id|username|email|createdAt)",
                message = "takes id, username, email or createdAt, or one of them after a minus sign")
        String sort,

        @Nullable
        @QueryValue
        @Size(max = 254, message = "takes up to 254 characters")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String search,

        @Nullable @QueryValue @Pattern(regexp = "admin|member|viewer", message = "takes admin, member or viewer")
        String role,

        @Nullable @QueryValue @Pattern(regexp = "true|false", message = "takes true or false")
        String active) {
    static final String USUAL = "50";
    static final String NEXT = "takes the \"next\" of a page in the same order";

    /// Nothing stands for the usual number.
    int most() {
        return Integer.parseInt(limit.isEmpty() ? USUAL : limit);
    }

    @Schema(hidden = true)
    UserOrder order() {
        return UserOrder.ofWord(sort.startsWith("-") ? sort.substring(1) : sort).orElseThrow();
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    /// Absent on the first page.
    @Nullable
    Cursor cursor() {
        return after == null
                ? null
                : Cursor.parse(after, order())
                        .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, List.of(new Fault("after", NEXT))));
    }
}
