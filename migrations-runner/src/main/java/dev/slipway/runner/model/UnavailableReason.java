package dev.slipway.runner.model;

/// Why a database cannot be migrated now.
public enum UnavailableReason {
    NAME_NOT_RESOLVED(
            "its host name is not known",
            "check the host in DATABASE_URL, and that both containers are on one network"),
    REFUSED(
            "nothing listens there",
            "check host and port, and that PostgreSQL is running (in a container, localhost is the container itself)"),
    UNREACHABLE("no network leads there", "check the host in DATABASE_URL and the network of this machine"),
    TIMED_OUT("it does not answer", "check host, port and firewall"),
    CONNECTION_CLOSED(
            "it closes the connection at once", "check that PostgreSQL is running behind the proxy or forwarded port"),
    NOT_POSTGRESQL("what answers there is not PostgreSQL", "check host and port in DATABASE_URL"),
    STARTING_UP("it is starting up or shutting down", "wait longer with --wait-timeout, or look at the server's log"),
    IN_RECOVERY("it is a standby or still in recovery", "point DATABASE_URL to the primary, or list all servers in it"),
    READ_ONLY("it is read-only", "turn default_transaction_read_only off for this user and database"),
    NO_SUCH_DATABASE("the database does not exist", "create it, or correct the name in DATABASE_URL"),
    WRONG_PASSWORD(
            "user or password is wrong", "correct the URL, DATABASE_USER and DATABASE_PASSWORD, or the password file"),
    PASSWORD_MISSING("it asks for a password and none is given", "set DATABASE_PASSWORD or DATABASE_PASSWORD_FILE"),
    PASSWORD_UNREADABLE(
            "the file with its password cannot be read", "check DATABASE_PASSWORD_FILE and the rights on that file"),
    NOT_PERMITTED(
            "the server does not let this user in",
            "create the user if it is missing, or correct its name; else check its privileges, and pg_hba.conf"),
    TLS_REFUSED("it does not agree on TLS", "check sslmode and the certificates"),
    TOO_MANY_CONNECTIONS("it has too many connections", "raise max_connections, or stop clients that hold connections"),
    SETTING_REFUSED("it does not accept a connection setting", "correct the settings in DATABASE_URL or PGOPTIONS"),
    POOLED(
            "a pooler before it, in transaction or statement mode, gives our session to others",
            "connect to PostgreSQL itself, or to a pool in session mode; see docs/how-to/poolers.md"),
    UNSUPPORTED_VERSION("its version is not supported", "use PostgreSQL 14 or newer"),
    OTHER("it cannot be used", "see the server's message and its log");

    private final String words;
    private final String help;

    UnavailableReason(String words, String help) {
        this.words = words;
        this.help = help;
    }

    /// Whether such a server can be asked where it is all the same.
    public boolean answersReads() {
        return this == IN_RECOVERY || this == READ_ONLY;
    }

    public String words() {
        return words;
    }

    public String help() {
        return help;
    }
}
