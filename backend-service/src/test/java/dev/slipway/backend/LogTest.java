package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a line of the log looks like, whatever is in it.
final class LogTest {
    private static final String HOSTILE =
            "\u001b[2Jred\u0007\r \u202eten\u009b1m\u2028\nERROR Main - all is well\n\tnot";

    @Test
    void nothingReachesTheTerminalAsItIsAndNobodyWritesLinesOfOthers() throws JoranException {
        assertThat(line(HOSTILE, null)).isEqualTo("""
                WARN  Main - ?[2Jred?? ?ten?1m?
                  ERROR Main - all is well
                \tnot
                """);
    }

    @Test
    void neitherDoesWhatAnExceptionSays() throws JoranException {
        Throwable failure = new IllegalStateException(HOSTILE);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 1)});
        assertThat(line("it failed", failure)).isEqualTo("""
                WARN  Main - it failed
                  java.lang.IllegalStateException: ?[2Jred?? ?ten?1m?
                  ERROR Main - all is well
                \tnot
                \tat a.B.c(B.java:1)
                """);
    }

    @Test
    void jsonIsOneLineForEach() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("LOG_FORMAT", "json");
        Throwable failure = new IllegalStateException(HOSTILE);
        failure.setStackTrace(new StackTraceElement[0]);
        String text = "\\u001B[2Jred\\u0007\\r \\u202eten\\u009b1m\\u2028\\nERROR Main - all is well\\n\\tnot";
        assertThat(line(context, HOSTILE, failure)
                        .replaceFirst("\"timestamp\":\\d+", "\"timestamp\":0")
                        .replaceFirst("\"threadName\":\"[^\"]+\"", "\"threadName\":\"main\""))
                .isEqualTo("""
                        {"timestamp":0,"level":"WARN","threadName":"main","loggerName":"dev.slipway.backend.Main",\
                        "formattedMessage":"%s","throwable":{"className":"java.lang.IllegalStateException",\
                        "message":"%s","stepArray":[]}}
                        """.formatted(text, text));
    }

    private static String line(String message, @Nullable Throwable failure) throws JoranException {
        return line(new LoggerContext(), message, failure).replaceFirst("^\\S+ ", "");
    }

    private static String line(LoggerContext context, String message, @Nullable Throwable failure)
            throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(resource("logback.xml"));
        Logger logger = context.getLogger(Main.class);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stdout");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, failure, new Object[0]);
        byte[] line = console.getEncoder().encode(event);
        return new String(line, StandardCharsets.UTF_8);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(LogTest.class.getClassLoader().getResource(name));
    }
}
