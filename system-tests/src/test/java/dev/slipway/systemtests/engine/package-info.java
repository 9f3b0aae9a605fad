/// The container engine, the images under test, and what every test needs to start and remove its own ground.
@NullMarked
package dev.slipway.systemtests.engine;

import org.jspecify.annotations.NullMarked;
