package dev.slipway.runner.command;

import picocli.CommandLine.Option;

/// Whether lists say more.
final class VerboseOption {
    @Option(
            names = {"-v", "--verbose"},
            description = "show files, parents, undo scripts and branch labels as well")
    boolean verbose;
}
