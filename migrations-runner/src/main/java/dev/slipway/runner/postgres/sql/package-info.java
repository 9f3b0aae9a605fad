/// What all SQL needs: quoting, statements kept as resources, the refusals of the server.
@NullMarked
package dev.slipway.runner.postgres.sql;

import org.jspecify.annotations.NullMarked;
