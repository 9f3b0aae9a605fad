/// What the entities of a service ask of their tables.
@NullMarked
package dev.slipway.runner.model.entity;

import org.jspecify.annotations.NullMarked;
