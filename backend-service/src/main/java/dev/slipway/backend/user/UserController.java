package dev.slipway.backend.user;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.Roles;
import dev.slipway.backend.password.PasswordHasher;
import dev.slipway.backend.problem.Refuses;
import dev.slipway.backend.version.Versions;
import dev.slipway.model.user.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The users.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/users")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class UserController {
    private final UserList list;
    private final UserStore users;
    private final PasswordHasher passwords;

    UserController(UserList list, UserStore users, PasswordHasher passwords) {
        this.list = list;
        this.users = users;
        this.passwords = passwords;
    }

    /// Lists users, page by page.
    ///
    /// @return the page
    @Get
    UserPage list(@Valid @RequestBean UserQuery query) {
        return list.page(query);
    }

    /// Reads a user.
    ///
    /// @return the user, with an ETag
    @Refuses.NotFound
    @Get("/{id}")
    HttpResponse<UserView> read(long id) {
        return tagged(HttpResponse.ok(), users.read(id));
    }

    /// Makes a user, who may sign in as soon as there is a password.
    ///
    /// @return the new user, with an ETag
    @Refuses.Forbidden
    @Refuses.Conflict
    @Refuses.UnsupportedMediaType
    @Post
    @Secured(Roles.ADMIN)
    @Status(HttpStatus.CREATED)
    HttpResponse<UserView> create(@Valid @Body NewUser user, Authentication authentication) {
        String password = user.password();
        User created =
                users.create(user, password == null ? null : passwords.hash(password), Caller.of(authentication));
        return tagged(HttpResponse.created(URI.create("/api/users/" + created.id())), created);
    }

    /// Changes a user whose ETag is given as If-Match. Members change their own address and phone number only.
    ///
    /// @return the user as it is now, with an ETag
    @Refuses.Forbidden
    @Refuses.NotFound
    @Refuses.Conflict
    @Refuses.PreconditionFailed
    @Refuses.UnsupportedMediaType
    @Put("/{id}")
    @Secured({Roles.ADMIN, Roles.MEMBER})
    HttpResponse<UserView> change(
            long id,
            @Valid @Body UserChange change,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        caller.mustBe(id);
        return tagged(HttpResponse.ok(), users.change(id, change, Versions.of(ifMatch), caller));
    }

    /// Makes a user inactive, who cannot sign in any more but is not forgotten.
    ///
    /// @return the user as it is now, with an ETag
    @Refuses.Forbidden
    @Refuses.NotFound
    @Refuses.Conflict
    @Refuses.PreconditionFailed
    @Delete("/{id}")
    @Secured(Roles.ADMIN)
    HttpResponse<UserView> deactivate(
            long id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch, Authentication authentication) {
        return tagged(HttpResponse.ok(), users.deactivate(id, Versions.of(ifMatch), Caller.of(authentication)));
    }

    private static HttpResponse<UserView> tagged(MutableHttpResponse<?> answer, User user) {
        return answer.body(UserView.of(user)).header(HttpHeaders.ETAG, Versions.tag(user.version()));
    }
}
