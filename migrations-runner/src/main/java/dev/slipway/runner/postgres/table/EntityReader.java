package dev.slipway.runner.postgres.table;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.failure.SlipwayException;
import java.nio.file.Path;
import java.util.List;

/// Reads the entities of a compiled module, found by `java.util.ServiceLoader`; the production runner has none.
public interface EntityReader {
    /// The tables of all entities in folders of classes and jars, in the order of their names.
    ///
    /// @throws SlipwayException with a usage failure if there is none, or one is at fault
    List<EntityTable> read(List<Path> paths);
}
