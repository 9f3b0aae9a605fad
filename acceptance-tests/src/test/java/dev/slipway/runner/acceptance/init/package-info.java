/// The beginning of a project.
@NullMarked
package dev.slipway.runner.acceptance.init;

import org.jspecify.annotations.NullMarked;
