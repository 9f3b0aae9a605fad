package dev.slipway.runner.model.failure;

/// Carries a failure to the edge of the program, where it becomes text or JSON and an exit code.
public final class SlipwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public SlipwayException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public SlipwayException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
