package dev.slipway.backend.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some users in the order that was asked for.
///
/// @param next what to give as after for the next page; absent on the last one
@Serdeable
record UserPage(List<UserView> users, @Nullable String next) {
    UserPage {
        users = List.copyOf(users);
    }
}
