@NullMarked
package dev.slipway.workbench.autogenerate;

import org.jspecify.annotations.NullMarked;
