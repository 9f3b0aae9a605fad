package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.table.EntityReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// What only the workbench brings.
public final class WorkbenchServices {
    private WorkbenchServices() {}

    /// Whether entities can be read.
    public static boolean readsEntities() {
        return reader().isPresent();
    }

    /// @param command what asks for it
    /// @throws SlipwayException with `UsageFailure` if there is no workbench, or what it is to read is at fault
    public static List<EntityTable> entities(List<Path> paths, String command) {
        return reader().orElseThrow(() -> new SlipwayException(UsageFailure.withoutWorkbench(command)))
                .read(paths);
    }

    private static Optional<EntityReader> reader() {
        return ServiceLoader.load(EntityReader.class).findFirst();
    }
}
