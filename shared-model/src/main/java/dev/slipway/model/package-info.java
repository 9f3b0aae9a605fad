/// What the runner and the service both know: the entities by feature, and the revision they belong to.
@NullMarked
package dev.slipway.model;

import org.jspecify.annotations.NullMarked;
