package dev.slipway.backend.problem;

import io.micronaut.serde.exceptions.SerdeException;
import java.util.List;

/// A body that is JSON but not what the operation takes.
final class UnreadableBody extends SerdeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /// @param faults all that is wrong with it; empty if it is no object
    UnreadableBody(List<Fault> faults) {
        super("the body is not what this operation takes");
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
