/// `report`.
@NullMarked
package dev.slipway.runner.acceptance.report;

import org.jspecify.annotations.NullMarked;
