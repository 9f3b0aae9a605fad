package dev.slipway.backend.description;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/// What the description of the API says beside what is read from the controllers.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Accounts",
                        version = "1",
                        description = "Users, their preferences, and the company's settings."
                                + " What is not a success is a problem as RFC 9457 has it (application/problem+json),"
                                + " with title, status, detail and, for a request with faults, all of its faults."),
        security = @SecurityRequirement(name = AccountsApi.TOKEN))
@SecurityScheme(
        name = AccountsApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "what POST /api/auth/login gives")
final class AccountsApi {
    static final String TOKEN = "token";

    private AccountsApi() {}
}
