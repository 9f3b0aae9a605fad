package dev.slipway.runner.model;

/// Why a database cannot be migrated now.
public enum Unavailability {
    NAME_NOT_RESOLVED(
            "its host name is not known",
            "check the host in DATABASE_URL, and that both containers are on one network"),
    REFUSED("nothing listens there", "check host and port, and that PostgreSQL is running"),
    TIMED_OUT("it does not answer", "check host, port and firewall"),
    STARTING_UP("it is starting up", "wait longer with --wait-timeout, or look at the server's log"),
    READ_ONLY("it is in recovery or read-only", "point DATABASE_URL to the primary"),
    NO_SUCH_DATABASE("the database does not exist", "create it, or correct the name in DATABASE_URL"),
    WRONG_PASSWORD("user or password is wrong", "correct DATABASE_USER and DATABASE_PASSWORD, or the password file"),
    NOT_PERMITTED("the server does not let this user in", "check pg_hba.conf and the privileges of the user"),
    TLS_REFUSED("it does not agree on TLS", "check sslmode and the certificates"),
    TOO_MANY_CONNECTIONS("it has too many connections", "raise max_connections, or stop clients that hold connections"),
    OTHER("it cannot be used", "see the server's message");

    private final String words;
    private final String help;

    Unavailability(String words, String help) {
        this.words = words;
        this.help = help;
    }

    public String words() {
        return words;
    }

    public String help() {
        return help;
    }
}
