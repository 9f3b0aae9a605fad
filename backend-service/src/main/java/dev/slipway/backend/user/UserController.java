package dev.slipway.backend.user;

import io.micronaut.data.model.Limit;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Lists and reads users.
@Controller("/api/users")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UserController {
    private static final int MOST = 200;

    private final UserRepository users;

    UserController(UserRepository users) {
        this.users = users;
    }

    /// A page by key rather than by offset: it costs the same wherever it starts, and misses nobody when rows go.
    @Get
    UserPage list(@QueryValue(defaultValue = "50") int limit, @QueryValue(defaultValue = "0") long after) {
        if (limit < 1 || limit > MOST) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "\"limit\" takes 1 to " + MOST);
        }
        return UserPage.of(users.findByIdGreaterThanOrderById(after, Limit.of(limit + 1, 0)), limit);
    }

    @Get("/{id}")
    UserView read(long id) {
        return users.findById(id)
                .map(UserView::of)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id)));
    }
}
