/// Scripts as they lie in the folder: named, read, not yet judged.
@NullMarked
package dev.slipway.runner.model.script;

import org.jspecify.annotations.NullMarked;
