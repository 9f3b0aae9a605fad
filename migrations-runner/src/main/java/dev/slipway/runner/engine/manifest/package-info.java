/// Reads and writes `manifest.json`, the file that says what was proved of the scripts.
@NullMarked
package dev.slipway.runner.engine.manifest;

import org.jspecify.annotations.NullMarked;
