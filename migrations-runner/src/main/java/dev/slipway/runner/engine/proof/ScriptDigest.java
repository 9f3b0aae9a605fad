package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.schema.Sha256;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Script;

/// What a script does, as a hash: that of its SQL and of the settings by which it runs, whatever its comments and
/// layout. Its parents are kept beside it; labels and reasons change nothing.
public final class ScriptDigest {
    private ScriptDigest() {}

    /// 64 hexadecimal digits.
    public static String of(Script script) {
        return of(script.header(), script.file().text());
    }

    static String of(Header header, String text) {
        StringBuilder digested = new StringBuilder("transaction %s\nlock-timeout %s\ncompat %s\n"
                .formatted(
                        header.transaction() ? "on" : "off",
                        header.ownLockTimeout()
                                .map(timeout -> Long.toString(timeout.toMillis()))
                                .orElse("default"),
                        header.contract() ? "contract" : "expand"));
        if (!header.placeholders()) {
            digested.append("placeholders off\n");
        }
        header.inBatches().ifPresent(batch -> digested.append("batch %s\n".formatted(batch.text())));
        header.bridges()
                .forEach(bridge ->
                        digested.append("bridge %s\n".formatted(bridge.bridge().text())));
        SqlTokens.of(text)
                .forEach(token -> digested.append(token.length())
                        .append(' ')
                        .append(token)
                        .append('\n'));
        return Sha256.hex(digested.toString());
    }
}
