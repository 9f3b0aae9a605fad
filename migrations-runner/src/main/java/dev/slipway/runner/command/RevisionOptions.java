package dev.slipway.runner.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a new revision is called.
final class RevisionOptions {
    @Option(
            names = "--version-id",
            paramLabel = "VERSION",
            description = "its version; else the next one in the manner of the highest there is")
    @Nullable
    String version;

    @Option(
            names = "--branch-label",
            paramLabel = "NAME",
            description = "a name for the branch that begins with it, which may stand for it in targets")
    @Nullable
    String branchLabel;
}
