package dev.slipway.runner.command;

/// A command whose reports also have the forms of services that show a change: `--format github` and so on.
public interface Reviewing {}
