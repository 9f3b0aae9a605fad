@NullMarked
package dev.slipway.workbench.entity;

import org.jspecify.annotations.NullMarked;
