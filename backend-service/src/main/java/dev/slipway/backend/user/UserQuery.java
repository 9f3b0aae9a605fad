package dev.slipway.backend.user;

import dev.slipway.backend.problem.Fault;
import dev.slipway.backend.problem.PlainText;
import dev.slipway.backend.problem.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
        @QueryValue(defaultValue = "50")
        @Min(value = 1, message = UserQuery.LIMITS)
        @Max(value = UserQuery.MOST, message = UserQuery.LIMITS)
        int limit,

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
    static final int MOST = 200;
    static final String LIMITS = "takes 1 to 200";
    static final String NEXT = "takes the \"next\" of a page in the same order";

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
