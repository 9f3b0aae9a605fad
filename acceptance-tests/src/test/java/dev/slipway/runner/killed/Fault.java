package dev.slipway.runner.killed;

/// What befalls a run.
enum Fault {
    RUNNER_KILLED("the runner: `kill -9`"),
    RUNNER_TERMINATED("the runner: SIGTERM"),
    BACKEND_KILLED("its backend: `kill -9`, so that the server starts anew"),
    SESSION_TERMINATED("its session: `pg_terminate_backend`"),
    SERVER_STOPPED("the server: immediate stop, and started again"),
    CONNECTION_CUT("its connection: cut"),
    NETWORK_GONE("the network: gone for a while"),
    DISK_FULL("the disk of the server: full, until the run has ended");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
