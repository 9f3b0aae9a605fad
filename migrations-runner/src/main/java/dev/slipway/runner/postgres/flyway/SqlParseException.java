package dev.slipway.runner.postgres.flyway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A script that cannot be split into statements, with the line where the unfinished statement begins.
public final class SqlParseException extends Exception {
    static final String COPY_WITHOUT_END = "COPY ... FROM STDIN has no closing \\. line";

    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile(" at line (\\d+) col \\d+");

    private final int line;

    private SqlParseException(String message, int line, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    static SqlParseException openComment(int line) {
        return new SqlParseException("the comment that begins here does not end", line, null);
    }

    static SqlParseException of(FlywayException exception) {
        String message = String.valueOf(exception.getMessage());
        Matcher matcher = LINE.matcher(message);
        int line = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        boolean copy = message.contains(COPY_WITHOUT_END);
        return new SqlParseException(
                copy ? COPY_WITHOUT_END : "the statement that begins here does not end", line, exception);
    }

    public int line() {
        return line;
    }
}
