/// What happens during a run, told while it happens.
@NullMarked
package dev.slipway.runner.model.event;

import org.jspecify.annotations.NullMarked;
