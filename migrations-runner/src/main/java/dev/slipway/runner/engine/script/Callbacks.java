package dev.slipway.runner.engine.script;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The events at which Flyway runs a file that is called like them. They are kept here because the names are read
/// without loading Flyway; a test holds them to its `Event`.
final class Callbacks {
    /// The longest first, since some begin like others.
    static final List<String> EVENTS = Stream.of(
                    "createSchema",
                    "beforeCreateSchema",
                    "beforeConnect",
                    "afterConnect",
                    "beforeClean",
                    "afterClean",
                    "afterCleanError",
                    "afterCleanOperationFinish",
                    "beforeMigrate",
                    "beforeEachMigrate",
                    "beforeEachMigrateStatement",
                    "afterEachMigrateStatement",
                    "afterEachMigrateStatementError",
                    "afterEachMigrate",
                    "afterEachMigrateError",
                    "beforeRepeatables",
                    "afterVersioned",
                    "afterMigrateApplied",
                    "afterMigrate",
                    "afterMigrateError",
                    "afterMigrateOperationFinish",
                    "beforeUndo",
                    "beforeEachUndo",
                    "beforeEachUndoStatement",
                    "afterEachUndoStatement",
                    "afterEachUndoStatementError",
                    "afterEachUndo",
                    "afterEachUndoError",
                    "afterUndo",
                    "afterUndoError",
                    "afterUndoOperationFinish",
                    "beforeValidate",
                    "afterValidate",
                    "afterValidateError",
                    "afterValidateOperationFinish",
                    "beforeBaseline",
                    "afterBaseline",
                    "afterBaselineError",
                    "afterBaselineOperationFinish",
                    "beforeRepair",
                    "afterRepair",
                    "afterRepairError",
                    "afterRepairOperationFinish",
                    "beforeInfo",
                    "afterInfo",
                    "afterInfoError",
                    "afterInfoOperationFinish",
                    "afterReportGenerated")
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private Callbacks() {}

    /// The event that the name begins with.
    static Optional<String> event(String name) {
        return EVENTS.stream().filter(name::startsWith).findFirst();
    }
}
