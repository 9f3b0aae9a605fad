/// The main job on one machine: PostgreSQL starts, the runner migrates it, and only then the service serves.
@NullMarked
package dev.slipway.demo;

import org.jspecify.annotations.NullMarked;
