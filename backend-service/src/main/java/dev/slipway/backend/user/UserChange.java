package dev.slipway.backend.user;

import dev.slipway.backend.problem.PlainText;
import dev.slipway.model.user.Role;
import dev.slipway.model.user.User;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A user as it is to be from now on, as a whole.
///
/// @param phone left out or null if there is none
@Serdeable
record UserChange(
        @Nullable @NotNull(message = PlainText.MISSING) @Pattern(regexp = UserChange.NAME, message = UserChange.NAMES)
        String username,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(max = 254, message = "takes up to 254 characters")
        @Pattern(regexp = UserChange.ADDRESS, message = UserChange.ADDRESSES)
        String email,

        @Nullable @NotNull(message = PlainText.MISSING) @Pattern(regexp = UserChange.ROLE, message = UserChange.ROLES)
        String role,

        @Nullable @Pattern(regexp = UserChange.NUMBER, message = UserChange.NUMBERS)
        String phone,

        @Nullable @NotNull(message = PlainText.MISSING) Boolean active) {
    /// Without what cannot be seen, such as characters of no width or those that turn the direction of text.
    static final String NAME = "[^\\s\\p{Z}\\p{C}]{1,64}";

    static final String NAMES = "takes 1 to 64 visible characters without blanks";
    static final String ADDRESS = "[^@\\s\\p{Z}\\p{C}]{1,64}@[^@\\s\\p{Z}\\p{C}]{1,189}";
    static final String ADDRESSES = "takes an address such as ana@example.org";
    static final String ROLE = "admin|member|viewer";
    static final String ROLES = "takes admin, member or viewer";
    static final String NUMBER = "[+0-9 ()/.-]{1,32}";
    static final String NUMBERS = "takes 1 to 32 digits, blanks and any of + ( ) / . -";

    static UserChange inactive(User user) {
        return new UserChange(user.username(), user.email(), user.role().word(), user.phone(), false);
    }

    boolean leavesAdministrator() {
        return Boolean.TRUE.equals(active) && Role.ADMIN.word().equals(role);
    }

    /// Whether nothing but contact details would be other than before.
    boolean keepsStanding(User before) {
        return before.username().equals(username)
                && before.role().word().equals(role)
                && Boolean.valueOf(before.active()).equals(active);
    }
}
