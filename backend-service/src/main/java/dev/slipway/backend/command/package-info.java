/// What an operator asks of the service's program without starting the service.
@NullMarked
package dev.slipway.backend.command;

import org.jspecify.annotations.NullMarked;
