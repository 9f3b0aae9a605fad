package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some users in the order of their ids.
///
/// @param next what to give as `after` for the next page; absent on the last one
@Serdeable
record UserPage(List<UserView> users, @Nullable Long next) {
    UserPage {
        users = List.copyOf(users);
    }

    /// @param found one more than the page takes, if there are more
    static UserPage of(List<User> found, int limit) {
        List<UserView> users = found.stream().limit(limit).map(UserView::of).toList();
        return new UserPage(users, found.size() > limit ? users.getLast().id() : null);
    }
}
