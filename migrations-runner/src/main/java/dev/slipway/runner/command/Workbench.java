package dev.slipway.runner.command;

import java.util.List;
import java.util.ServiceLoader;

/// What developers have beside the runner, found by `java.util.ServiceLoader`. The production runner comes without it.
public interface Workbench {
    /// More commands: classes with a constructor that takes a `Context`.
    List<Class<?>> commands();

    /// The options of one call of `revision` that write its SQL.
    RevisionGenerator revisionGenerator();

    /// The options of one call of `check` that compare scripts with entities.
    EntityCheck entityCheck();

    /// The option of one call of `adopt` that writes a script.
    BaselineGenerator baselineGenerator();

    /// More lines for the help of the program.
    default List<String> advice() {
        return List.of();
    }

    /// The one on the class path.
    static Workbench find() {
        return ServiceLoader.load(Workbench.class).findFirst().orElseGet(MissingWorkbench::new);
    }
}
