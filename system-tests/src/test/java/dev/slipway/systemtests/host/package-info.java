/// The programs as processes on this machine, on a PostgreSQL without a container.
@NullMarked
package dev.slipway.systemtests.host;

import org.jspecify.annotations.NullMarked;
