/// What a schema consists of, in a form that can be compared.
@NullMarked
package dev.slipway.runner.model.schema;

import org.jspecify.annotations.NullMarked;
