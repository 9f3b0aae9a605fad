package dev.slipway.runner.engine.script;

import java.io.IOException;

/// What lies in the place of a file cannot be read, and why is known.
final class FileUnusable extends IOException {
    private static final long serialVersionUID = 1;

    private final String help;

    FileUnusable(String what, String help) {
        super(what);
        this.help = help;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String help() {
        return help;
    }
}
