package dev.slipway.runner.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a new revision is called.
final class RevisionOptions {
    @Option(names = "--version-id", paramLabel = "VERSION", description = "its version; else the one after the highest")
    @Nullable
    String version;

    @Option(
            names = "--branch-label",
            paramLabel = "NAME",
            description = "a name for the branch that begins here; targets may use it")
    @Nullable
    String branchLabel;
}
