/// Reads the entities of a compiled module.
@NullMarked
package dev.slipway.workbench.entity;

import org.jspecify.annotations.NullMarked;
