package dev.slipway.runner.model;

import java.util.regex.Pattern;

/// Masks what has the shape of a secret, whether it is known or not: a password in a URL, `password=...`, and
/// `password '...'` as it stands in SQL. The word `password` itself, as in an example, is left.
public final class SecretShapes {
    public static final String MASK = "***";

    /// Within quotes nothing reaches past a bare `"`, so that a JSON document stays one.
    private static final String QUOTED = "'(?:[^'\"\\\\\\n]|''|\\\\.)*'";

    private static final Pattern IN_URL = Pattern.compile("(://[^:/@\\s\"]*:)(?!password@)[^\\s\"]+@");
    private static final Pattern ASSIGNED = Pattern.compile(
            "((?:password|passwd|pwd)\\s*=\\s*)(" + QUOTED + "|\\\\?\"[^\"\\\\]*\\\\?\")"
                    + "|((?:password|passwd|pwd)=)[^\\s&\"'\\\\]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_SQL = Pattern.compile("(password\\s+(?:e|u&)?)" + QUOTED, Pattern.CASE_INSENSITIVE);

    private SecretShapes() {}

    public static String mask(String text) {
        String masked = IN_URL.matcher(text).replaceAll("$1" + MASK + "@");
        masked = ASSIGNED.matcher(masked)
                .replaceAll(match -> (match.group(1) == null ? match.group(3) : match.group(1)) + MASK);
        return IN_SQL.matcher(masked).replaceAll("$1'" + MASK + "'");
    }

    /// Masks the password of one URL, however malformed: everything from the first colon after the scheme to the last
    /// `@`.
    public static String maskUrl(String url) {
        int authority = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + "://".length();
        int colon = url.indexOf(':', authority);
        int at = url.lastIndexOf('@');
        return mask(colon < 0 || at < colon ? url : url.substring(0, colon + 1) + MASK + url.substring(at));
    }
}
