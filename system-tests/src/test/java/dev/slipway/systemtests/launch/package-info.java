/// The script `slipway`, in a checkout of its own.
@NullMarked
package dev.slipway.systemtests.launch;

import org.jspecify.annotations.NullMarked;
