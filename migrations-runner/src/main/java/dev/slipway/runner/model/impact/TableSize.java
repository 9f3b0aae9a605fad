package dev.slipway.runner.model.impact;

/// How large and how busy a table is, its partitions included.
///
/// @param heap bytes of the rows themselves
/// @param toast bytes of the large values beside them
/// @param indexes bytes of all indexes
/// @param indexCount how many indexes there are, of a partitioned table those of one partition
/// @param writes rows written per second on average, or 0 if nobody knows
/// @param reads how often per second it is read on average, or 0 if nobody knows
public record TableSize(long heap, long toast, long indexes, int indexCount, double writes, double reads) {
    /// What is written anew if the table is.
    public long total() {
        return heap + toast + indexes;
    }
}
