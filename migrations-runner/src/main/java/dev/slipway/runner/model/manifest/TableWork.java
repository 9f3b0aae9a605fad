package dev.slipway.runner.model.manifest;

import dev.slipway.runner.model.LockMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a statement was seen to do with a table that stood before its script.
///
/// @param line of the script where the statement begins, from 1
/// @param transaction of the script, counted from 0
/// @param table qualified, as it can stand in SQL; of a partitioned one all that is done to its partitions is told once
/// @param locks by table what keeps others from writing while the statement runs, whichever statement took it
public record TableWork(int line, int transaction, WorkKind kind, String table, SortedMap<String, LockMode> locks) {
    public TableWork {
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
    }
}
