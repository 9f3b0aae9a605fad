package dev.slipway.runner.postgres.connect;

/// The version that a server reports: `18.6 (Debian 18.6-1)`.
record ServerVersion(String reported) {
    static ServerVersion of(Session session) {
        return new ServerVersion(session.reported("server_version"));
    }

    /// For example `18.6`, without what the packager adds.
    String text() {
        int space = reported.indexOf(' ');
        return space < 0 ? reported : reported.substring(0, space);
    }

    int major() {
        int digits = 0;
        while (digits < reported.length() && Character.isDigit(reported.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(reported.substring(0, digits));
    }
}
