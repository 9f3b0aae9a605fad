/// Records revisions of a database that was made without Slipway.
@NullMarked
package dev.slipway.runner.engine.adopt;

import org.jspecify.annotations.NullMarked;
