package dev.slipway.runner.engine.revision;

import org.jspecify.annotations.Nullable;

/// What a new revision is asked to be.
///
/// @param message what it is for, in the words of people
/// @param head the revision it builds on, as a target, or null for the only head
/// @param version as it is to stand in the name of the file, or null for the next one
/// @param branchLabel the name of the branch that begins with it, or null
public record RevisionRequest(
        String message,
        @Nullable String head,
        @Nullable String version,
        @Nullable String branchLabel) {}
