/// What is counted and measured, for Prometheus.
@NullMarked
package dev.slipway.backend.metric;

import org.jspecify.annotations.NullMarked;
