package dev.slipway.backend;

import dev.slipway.gate.GateState;

/// What the process ends with.
public enum ServiceExitCode {
    STOPPED(0, "stopped by SIGTERM or SIGINT, running requests finished"),
    NOT_STARTED(1, "did not start, for example because the port is taken"),
    USAGE(2, "a setting is missing or malformed"),
    SCHEMA_REFUSED(3, "the schema was not ready in time, or is too new"),
    DATABASE_UNAVAILABLE(4, "the database was not reachable in time, or refuses user or password");

    private final int code;
    private final String meaning;

    ServiceExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static ServiceExitCode of(GateState refused) {
        return switch (refused) {
            case GateState.Unreachable _, GateState.SignInRefused _ -> DATABASE_UNAVAILABLE;
            case GateState.Behind _, GateState.Failed _, GateState.Ahead _, GateState.Unreadable _ -> SCHEMA_REFUSED;
            case GateState.Open _ -> throw new IllegalArgumentException("nothing was refused");
        };
    }
}
