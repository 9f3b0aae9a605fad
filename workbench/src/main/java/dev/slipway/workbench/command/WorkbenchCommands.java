package dev.slipway.workbench.command;

import dev.slipway.runner.command.BaselineGenerator;
import dev.slipway.runner.command.EntityCheck;
import dev.slipway.runner.command.RevisionGenerator;
import dev.slipway.runner.command.Workbench;
import java.util.List;

/// What the workbench adds to the command line of the runner.
public final class WorkbenchCommands implements Workbench {
    @Override
    public List<Class<?>> commands() {
        return List.of(ImportAlembicCommand.class, InitCommand.class, ProveCommand.class, ReportCommand.class);
    }

    @Override
    public RevisionGenerator revisionGenerator() {
        return new DraftGenerator();
    }

    @Override
    public BaselineGenerator baselineGenerator() {
        return new DatabaseBaseline();
    }

    @Override
    public EntityCheck entityCheck() {
        return new CompiledEntityCheck();
    }
}
