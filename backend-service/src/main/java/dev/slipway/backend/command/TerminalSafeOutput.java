package dev.slipway.backend.command;

import java.io.PrintStream;
import java.util.regex.Pattern;

/// Prints lines of which no character moves the cursor, colours the terminal or turns the text around, whatever a
/// database holds.
record TerminalSafeOutput(PrintStream out) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    void println(String line) {
        out.println(CONTROL.matcher(line).replaceAll("?"));
    }
}
