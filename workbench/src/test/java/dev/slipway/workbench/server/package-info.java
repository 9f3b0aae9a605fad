@NullMarked
package dev.slipway.workbench.server;

import org.jspecify.annotations.NullMarked;
