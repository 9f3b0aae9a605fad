package dev.slipway.runner.postgres.flyway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A placeholder without a value, with its name and line.
public final class UnknownPlaceholderException extends Exception {
    private static final long serialVersionUID = 1;
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    private final String name;
    private final int line;

    private UnknownPlaceholderException(String name, int line, Throwable cause) {
        super("no value for a placeholder", cause);
        this.name = name;
        this.line = line;
    }

    /// @param cause names the placeholder as Flyway does: `No value provided for placeholder: ${name}.`
    static UnknownPlaceholderException in(String text, RuntimeException cause) {
        Matcher matcher = NAME.matcher(String.valueOf(cause.getMessage()));
        String name = matcher.find() ? matcher.group(1) : "";
        int at = text.indexOf(PlaceholderText.PREFIX + name + PlaceholderText.SUFFIX);
        return new UnknownPlaceholderException(
                name,
                (int) text.substring(0, at < 0 ? text.lastIndexOf(PlaceholderText.PREFIX) : at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1,
                cause);
    }

    public String what() {
        return "placeholder \"%s\" has no value".formatted(name);
    }

    public String name() {
        return name;
    }

    public int line() {
        return line;
    }
}
