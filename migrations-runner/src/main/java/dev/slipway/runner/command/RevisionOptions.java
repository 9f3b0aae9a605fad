package dev.slipway.runner.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a new revision is called.
final class RevisionOptions {
    @Mixin
    final VersionOptions version = new VersionOptions();

    @Option(
            names = "--branch-label",
            paramLabel = "NAME",
            description = "a name for the branch that begins here; targets may use it")
    @Nullable
    String branchLabel;
}
