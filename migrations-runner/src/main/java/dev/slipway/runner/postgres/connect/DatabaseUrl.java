package dev.slipway.runner.postgres.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the URLs of libpq, of SQLAlchemy and of JDBC into settings under libpq's words `host`, `port`, `dbname`,
/// `user` and `password`, and everything else under the names of the JDBC driver.
///
/// Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
final class DatabaseUrl {
    static final String DATABASE = "dbname";
    static final String USER = "user";
    static final String PASSWORD = "password";

    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:(jdbc):postgresql|postgres(?:ql)?(?:\\+[a-z0-9_]+)?):(//)?");
    private static final String ENCODE =
            "write @ / ? # % and : of a user or password as %40 %2F %3F %23 %25 and %3A, or use DATABASE_PASSWORD";

    private final SettingOrigin origin;
    private final boolean jdbc;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private DatabaseUrl(SettingOrigin origin, boolean jdbc) {
        this.origin = origin;
        this.jdbc = jdbc;
    }

    static Map<String, String> parse(SettingOrigin origin, String url) {
        Matcher scheme = SCHEME.matcher(url);
        boolean jdbc = scheme.lookingAt() && scheme.group(1) != null;
        if (!scheme.lookingAt() || (scheme.group(2) == null && !jdbc)) {
            throw origin.malformed("it does not begin with postgresql:// or jdbc:postgresql://", SettingOrigin.EXAMPLE);
        }
        DatabaseUrl parsed = new DatabaseUrl(origin, jdbc);
        String rest = url.substring(scheme.end());
        parsed.read(scheme.group(2) == null ? "/" + (rest.startsWith("/") ? rest.substring(1) : rest) : rest);
        return parsed.settings;
    }

    private void read(String rest) {
        int query = rest.indexOf('?');
        String address = query < 0 ? rest : rest.substring(0, query);
        int slash = address.indexOf('/');
        String authority = slash < 0 ? address : address.substring(0, slash);
        String path = slash < 0 ? "" : address.substring(slash + 1);
        refuseStrayAt(authority, path, query < 0 ? "" : rest.substring(query));
        readAuthority(authority);
        readPath(path);
        if (query >= 0) {
            readParameters(rest.substring(query + 1));
        }
    }

    /// A password with a raw `/` or `?` would end the authority early, and its parts would be taken for something else.
    private void refuseStrayAt(String authority, String path, String query) {
        boolean cutInPassword =
                path.indexOf('@') >= 0 || (query.indexOf('@') >= 0 && authority.matches("[^\\[\\]]*:(?!\\d*$).*"));
        if (authority.indexOf('@') < 0 && cutInPassword) {
            throw origin.malformed("a \"/\" or \"?\" stands before the \"@\"", ENCODE);
        }
    }

    private void readAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        HostList.split(decoded(authority.substring(at + 1), "host"), origin, settings);
        if (at >= 0) {
            String account = authority.substring(0, at);
            int colon = account.indexOf(':');
            put(USER, decoded(colon < 0 ? account : account.substring(0, colon), USER));
            put(PASSWORD, colon < 0 ? "" : decoded(account.substring(colon + 1), PASSWORD));
        }
    }

    private void readPath(String path) {
        if (path.indexOf('/') >= 0) {
            throw origin.malformed("more than one \"/\" follows the host", "write a / in a name as %2F");
        }
        put(DATABASE, decoded(path, "database"));
    }

    private void readParameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String item : query.split("&", -1)) {
            int equals = item.indexOf('=');
            if (equals < 0 && !item.isEmpty() && !jdbc) {
                throw origin.malformed("the parameter \"%s\" has no value".formatted(item), "write name=value");
            }
            String name = equals < 0 ? item : decoded(item.substring(0, equals), "parameter");
            String value = equals < 0 ? "" : parameterValue(item.substring(equals + 1), name);
            readParameter(name, value, parameters);
        }
        settings.putAll(UrlParameters.translate(parameters, origin, jdbc));
    }

    private String parameterValue(String encoded, String name) {
        return decoded(jdbc ? encoded.replace('+', ' ') : encoded, name);
    }

    /// SQLAlchemy names several hosts as `host=h1:5432&host=h2:5433`.
    private void readParameter(String name, String value, Map<String, String> parameters) {
        switch (name) {
            case "" -> {}
            case HostList.HOST, "PGHOST" -> {
                String before = parameters.get(HostList.HOST);
                String all = before == null ? value : before + "," + value;
                parameters.put(HostList.HOST, all);
                HostList.split(all, origin, settings);
            }
            case HostList.PORT, "PGPORT" -> put(HostList.PORT, value);
            case DATABASE, "PGDBNAME" -> put(DATABASE, value);
            case USER -> put(USER, value);
            case PASSWORD -> put(PASSWORD, value);
            default -> parameters.put(name, value);
        }
    }

    private void put(String word, String value) {
        if (!value.isEmpty()) {
            settings.put(word, value);
        }
    }

    private String decoded(String encoded, String what) {
        return PercentCode.decode(encoded)
                .orElseThrow(() -> origin.malformed(
                        "the %s holds a %% that is not followed by two hexadecimal digits of UTF-8".formatted(what),
                        ENCODE));
    }
}
