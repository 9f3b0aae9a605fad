package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.script.Naming;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to import, and where to.
///
/// @param folder Alembic's script directory, or a folder that holds it
/// @param upgradeSql the output of `alembic upgrade base:heads --sql`, or null for `upgrade.sql` in the folder
/// @param downgradeSql the output of `alembic downgrade heads:base --sql`, or null for `downgrade.sql` in the folder
/// @param target the folder of the scripts, which need not exist
/// @param naming of the scripts
public record ImportRequest(
        Path folder, @Nullable Path upgradeSql, @Nullable Path downgradeSql, Path target, Naming naming) {}
