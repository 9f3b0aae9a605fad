/// Shows on scratch databases that scripts work, forwards and back, before they meet real data.
@NullMarked
package dev.slipway.workbench.prove;

import org.jspecify.annotations.NullMarked;
