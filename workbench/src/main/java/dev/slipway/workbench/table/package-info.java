/// Reads what a table is made of, and makes the tables of a model on a scratch database.
@NullMarked
package dev.slipway.workbench.table;

import org.jspecify.annotations.NullMarked;
