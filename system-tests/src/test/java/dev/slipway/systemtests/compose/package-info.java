/// The project's own `docker-compose.yml`, run by the compose that is installed.
@NullMarked
package dev.slipway.systemtests.compose;

import org.jspecify.annotations.NullMarked;
