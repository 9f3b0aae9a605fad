package dev.slipway.backend.problem;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Whom and what operations refuse, for the description of the API: each status stands here once, and each operation
/// names those it has.
public final class Refuses {
    private static final String PROBLEM = "application/problem+json";

    private Refuses() {}

    /// Every operation may refuse so.
    @ApiResponse(
            responseCode = "400",
            description = "what was sent is wrong; if it is about fields, all that are wrong are named",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "406",
            description = "the answer has another form than the one asked for",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "what was sent is too long",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "500",
            description = "the service failed; its log says why",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "the database does not answer, or its schema cannot serve this service",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Anything {}

    /// Whoever has no token, or none that is good.
    @ApiResponse(
            responseCode = "401",
            description = "sign in first, or again",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Unauthorized {}

    /// Whoever may not do this.
    @ApiResponse(
            responseCode = "403",
            description = "the caller's role does not allow this",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Forbidden {}

    /// What does not exist.
    @ApiResponse(
            responseCode = "404",
            description = "there is no such user",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface NotFound {}

    /// What does not fit the rest.
    @ApiResponse(
            responseCode = "409",
            description = "another user has this name or address, or no administrator would be left",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Conflict {}

    /// Changes of what the client did not see.
    @ApiResponse(
            responseCode = "412",
            description = "it was changed meanwhile; the ETag is that of what it is now",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface PreconditionFailed {}

    /// A body that is no JSON.
    @ApiResponse(
            responseCode = "415",
            description = "the body is not application/json",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface UnsupportedMediaType {}

    /// Attempts to guess.
    @ApiResponse(
            responseCode = "429",
            description = "too many attempts from this address; Retry-After says how long to wait",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface TooManyRequests {}
}
