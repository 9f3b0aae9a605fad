/// Shows on scratch databases that scripts work, forwards and back, before they meet real data.
@NullMarked
package dev.slipway.runner.engine.prove;

import org.jspecify.annotations.NullMarked;
