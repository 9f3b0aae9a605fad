package dev.slipway.runner.postgres.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Hosts and ports as libpq writes them: `h1,h2` and `5432,5433`; in a URL together, `h1:5432,[::1]:5433`.
final class HostList {
    static final String HOST = "host";
    static final String PORT = "port";

    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 5432;
    private static final int HIGHEST_PORT = 65535;

    private HostList() {}

    /// Splits `h1:5432,h2` into hosts and ports, and adds them to the settings unless there are none.
    static void split(String list, SettingOrigin origin, Map<String, String> settings) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            int colon = portColon(item);
            hosts.add(unbracketed(colon < 0 ? item : item.substring(0, colon), origin));
            ports.add(colon < 0 ? "" : item.substring(colon + 1));
        }
        put(settings, HOST, hosts);
        put(settings, PORT, ports);
    }

    private static void put(Map<String, String> settings, String word, List<String> values) {
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
            settings.put(word, String.join(",", values));
        }
    }

    private static int portColon(String item) {
        int colon = item.lastIndexOf(':');
        boolean bareAddress = !item.startsWith("[") && item.indexOf(':') != colon;
        return bareAddress || colon < item.lastIndexOf(']') ? -1 : colon;
    }

    private static String unbracketed(String item, SettingOrigin origin) {
        if (!item.startsWith("[")) {
            return item;
        }
        if (!item.endsWith("]")) {
            throw origin.malformed("the bracket of an IPv6 address is not closed", SettingOrigin.EXAMPLE);
        }
        return item.substring(1, item.length() - 1);
    }

    /// The hosts of the settings, those left out being `localhost` and 5432.
    static List<HostAddress> hosts(Map<String, String> settings, SettingOrigin origin) {
        List<String> names = List.of(settings.getOrDefault(HOST, "").split(",", -1));
        List<String> ports = List.of(settings.getOrDefault(PORT, "").split(",", -1));
        if (ports.size() != 1 && ports.size() != names.size()) {
            throw origin.malformed(
                    "%d ports are given for %d hosts".formatted(ports.size(), names.size()),
                    "give one port for each host, or one for all");
        }
        List<HostAddress> hosts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            hosts.add(new HostAddress(
                    name.isEmpty() ? DEFAULT_HOST : checked(name, origin),
                    port(ports.get(ports.size() == 1 ? 0 : i).strip(), origin)));
        }
        return List.copyOf(hosts);
    }

    private static String checked(String name, SettingOrigin origin) {
        if (name.startsWith("/") || name.startsWith("@")) {
            throw origin.malformed(
                    "\"%s\" is a Unix socket, and Java reaches PostgreSQL over TCP only".formatted(name),
                    "give a host name or an address, for example localhost");
        }
        boolean wellFormed = name.chars().noneMatch(c -> c <= ' ' || "/?#@\\\"[]".indexOf(c) >= 0);
        boolean oneColon = name.indexOf(':') >= 0 && name.indexOf(':') == name.lastIndexOf(':');
        if (!wellFormed || oneColon) {
            throw origin.malformed("the host \"%s\" is not a host name".formatted(name), SettingOrigin.EXAMPLE);
        }
        return name;
    }

    private static int port(String text, SettingOrigin origin) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        boolean number = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw origin.malformed(
                    "the port \"%s\" is not a number from 1 to %d".formatted(text, HIGHEST_PORT),
                    SettingOrigin.EXAMPLE);
        }
        return port;
    }
}
