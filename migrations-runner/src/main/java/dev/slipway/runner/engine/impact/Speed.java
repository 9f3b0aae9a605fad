package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.impact.ByteSize;
import dev.slipway.runner.model.impact.TableSize;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.WorkKind;

/// How many seconds PostgreSQL takes for a gigabyte: about the least and the most that `benchmarks/run impact` saw.
/// The machine had other work as well.
record Speed(double least, double most) {
    static Speed of(WorkKind kind) {
        return switch (kind) {
            case SCAN, CHECK -> new Speed(0.5, 6);
            case FOREIGN_KEY -> new Speed(0.8, 8);
            case INDEX -> new Speed(2, 24);
            case REWRITE -> new Speed(4, 50);
            case WRITE -> new Speed(20, 250);
        };
    }

    /// What is rewritten gets all its indexes anew; the first of them was part of what was measured.
    static TimeRange time(WorkKind kind, TableSize size) {
        return switch (kind) {
            case SCAN, CHECK, FOREIGN_KEY, INDEX -> of(kind).times(size.heap());
            case REWRITE ->
                of(kind).times(size.heap() + size.toast())
                        .plus(of(WorkKind.INDEX).times(Math.max(0, size.indexCount() - 1) * size.heap()));
            case WRITE -> of(kind).times(size.heap() + size.indexes());
        };
    }

    private TimeRange times(long bytes) {
        double gigabytes = (double) bytes / ByteSize.GIGABYTE;
        return TimeRange.ofSeconds(least * gigabytes, most * gigabytes);
    }
}
