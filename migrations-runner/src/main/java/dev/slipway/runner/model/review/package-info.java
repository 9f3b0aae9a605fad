/// What a command has to say to people who look at a change elsewhere: beside its lines, or in a comment under it.
@NullMarked
package dev.slipway.runner.model.review;

import org.jspecify.annotations.NullMarked;
