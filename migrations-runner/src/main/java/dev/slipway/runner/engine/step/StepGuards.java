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
    public void before(ResumableStep work) {
        guards.forEach(guard -> guard.before(work));
    }

    @Override
    public void verify(ResumableStep work, RunProgress progressed) throws StatementFailed {
        for (StepGuard guard : guards) {
            guard.verify(work, progressed);
        }
    }

    @Override
    public boolean writes() {
        return guards.stream().anyMatch(StepGuard::writes);
    }

    @Override
    public void write(ResumableStep work, RunProgress progressed) throws StatementFailed {
        for (StepGuard guard : guards) {
            guard.write(work, progressed);
        }
    }

    @Override
    public String statements(ResumableStep work) {
        return guards.stream().map(guard -> guard.statements(work)).collect(Collectors.joining());
    }

    @Override
    public void passed(ResumableStep work) {
        guards.forEach(guard -> guard.passed(work));
    }
}
