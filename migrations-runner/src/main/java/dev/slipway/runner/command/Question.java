package dev.slipway.runner.command;

import java.util.List;
import java.util.Optional;

/// How a command asks somebody before it does what cannot be taken back.
@FunctionalInterface
public interface Question {
    /// @param lines what there is to know first
    /// @return whether the answer was yes, or nothing if there is nobody to ask
    Optional<Boolean> ask(List<String> lines, String question);
}
