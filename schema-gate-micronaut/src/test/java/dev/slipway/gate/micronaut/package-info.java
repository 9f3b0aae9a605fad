@NullMarked
package dev.slipway.gate.micronaut;

import org.jspecify.annotations.NullMarked;
