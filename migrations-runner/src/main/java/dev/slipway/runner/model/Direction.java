package dev.slipway.runner.model;

/// Which way a run goes.
public enum Direction {
    UP("upgrade", "this run applied nothing", "stayed applied"),
    DOWN("downgrade", "this run took nothing back", "stayed taken back"),
    /// Goes on with changes of data.
    BATCH("batch", "this run completed no batch script", "stayed complete"),
    /// Up, down and up again, on a scratch database.
    PROOF("prove", "this run proved nothing", "stayed proved");

    private final String command;
    private final String nothing;
    private final String stayed;

    Direction(String command, String nothing, String stayed) {
        this.command = command;
        this.nothing = nothing;
        this.stayed = stayed;
    }

    /// The command that goes this way.
    public String command() {
        return command;
    }

    public String nothing() {
        return nothing;
    }

    public String stayed() {
        return stayed;
    }
}
