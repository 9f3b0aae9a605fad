package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.util.List;
import java.util.stream.Collectors;

/// Several guards, one after the other.
public record StepGuards(List<StepGuard> guards) implements StepGuard {
    public StepGuards {
        guards = List.copyOf(guards);
    }

    public static StepGuard of(StepGuard... guards) {
        return new StepGuards(List.of(guards));
    }

    @Override
    public boolean takesPart() {
        return guards.stream().anyMatch(StepGuard::takesPart);
    }

    @Override
    public void before(ResumableStep resumable) {
        guards.forEach(guard -> guard.before(resumable));
    }

    @Override
    public void verify(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        for (StepGuard guard : guards) {
            guard.verify(resumable, progressed);
        }
    }

    @Override
    public boolean writes() {
        return guards.stream().anyMatch(StepGuard::writes);
    }

    @Override
    public void write(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        for (StepGuard guard : guards) {
            guard.write(resumable, progressed);
        }
    }

    @Override
    public String statements(ResumableStep resumable) {
        return guards.stream().map(guard -> guard.statements(resumable)).collect(Collectors.joining());
    }

    @Override
    public void passed(ResumableStep resumable) {
        guards.forEach(guard -> guard.passed(resumable));
    }
}
