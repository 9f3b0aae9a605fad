/// Writes one page that shows scripts, the schema they make, and where a database is.
@NullMarked
package dev.slipway.workbench.report;

import org.jspecify.annotations.NullMarked;
