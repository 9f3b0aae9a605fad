/// `backup` and `restore`, with a server and a client of PostgreSQL that are installed.
@NullMarked
package dev.slipway.runner.acceptance.backup;

import org.jspecify.annotations.NullMarked;
