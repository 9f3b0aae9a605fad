package dev.slipway.runner.postgres.recovery;

/// What became of a statement that did not come to its end.
///
/// @param done whether it has done all it should, so that it is not run again
/// @param what in words, or an empty text if there was nothing to mend
public record RecoveryResult(boolean done, String what) {
    static final RecoveryResult NOTHING = new RecoveryResult(false, "");

    static RecoveryResult done(String what) {
        return new RecoveryResult(true, what);
    }
}
