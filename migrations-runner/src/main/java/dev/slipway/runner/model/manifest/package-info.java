/// What was proved of every script.
@NullMarked
package dev.slipway.runner.model.manifest;

import org.jspecify.annotations.NullMarked;
