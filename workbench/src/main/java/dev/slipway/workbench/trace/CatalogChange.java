package dev.slipway.workbench.trace;

import java.util.List;

/// How a statement changed a relation that stood before its script. Names are qualified and as they can stand in SQL.
public sealed interface CatalogChange {
    String table();

    /// Something has left its name, and nothing else has the name when the script is done; only a table that is made
    /// again counts, since it is empty.
    sealed interface Gone extends CatalogChange {
        /// The table's name before, without its schema if the search path finds it so.
        String shortName();
    }

    record Dropped(String table, String shortName, RelationKind kind) implements Gone {}

    record Renamed(String table, String shortName, RelationKind kind, String to) implements Gone {}

    record ColumnDropped(String table, String shortName, String column) implements Gone {}

    record ColumnRenamed(String table, String shortName, String column, String to) implements Gone {}

    /// @param filled whether rows get a value from a default or an identity
    record ColumnAdded(String table, String column, boolean filled, boolean generated) implements CatalogChange {}

    record TypeChanged(String table, String column, String from, String to) implements CatalogChange {}

    /// Under its name a column gives another type, or another collation, from here to the end of the script: its own
    /// has changed, or another column or view has taken the name.
    record ResultTypeChanged(String table, String column, String from, String to) implements CatalogChange {}

    /// A column of an enum takes some values no more, which have another name or none.
    record ValuesGone(String table, String column, List<String> values) implements CatalogChange {
        public ValuesGone {
            values = List.copyOf(values);
        }
    }

    record NotNullSet(String table, String column) implements CatalogChange {}

    /// An index that comes with no constraint.
    ///
    /// @param online whether others could write while it was built
    record IndexAdded(String table, String index, boolean online) implements CatalogChange {}

    /// An index that goes alone, not with a constraint or a column.
    record IndexDropped(String table, String index, boolean online) implements CatalogChange {}

    /// An index whose content was written anew though the table's was not.
    record IndexRebuilt(String table, String index) implements CatalogChange {}

    /// @param builds whether an index was built for it
    record ConstraintAdded(String table, String constraint, ConstraintKind kind, boolean validated, boolean builds)
            implements CatalogChange {}

    record ConstraintValidated(String table, String constraint, ConstraintKind kind) implements CatalogChange {}

    /// Triggers that are off from here to the end of the script.
    record TriggersDisabled(String table, List<String> triggers) implements CatalogChange {
        public TriggersDisabled {
            triggers = List.copyOf(triggers);
        }
    }

    /// A foreign key whose rows no index finds, also one of a table that the script itself creates.
    record ForeignKeyUnindexed(String table, String constraint, List<String> columns) implements CatalogChange {
        public ForeignKeyUnindexed {
            columns = List.copyOf(columns);
        }
    }
}
