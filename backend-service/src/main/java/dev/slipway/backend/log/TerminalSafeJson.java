package dev.slipway.backend.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// One JSON document for each line of the log, without a character that a terminal would obey: those that JSON lets
/// through are escaped as well.
///
/// Public because logback creates it by name.
public final class TerminalSafeJson extends JsonEncoder {
    private static final Pattern CONTROL = Pattern.compile("[\\x7F-\\x9F\\p{Cf}\\p{Zl}\\p{Zp}&&[\\x7F-\\uFFFF]]");

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = new String(super.encode(event), StandardCharsets.UTF_8);
        return CONTROL.matcher(line)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
