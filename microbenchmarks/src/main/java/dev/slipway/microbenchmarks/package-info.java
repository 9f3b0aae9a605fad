/// How long single steps of a run take, without a database, in a process that has warmed up: `benchmarks/run micro`.
/// Each class is its own state, of which JMH makes subclasses, so none is final.
@NullMarked
package dev.slipway.microbenchmarks;

import org.jspecify.annotations.NullMarked;
