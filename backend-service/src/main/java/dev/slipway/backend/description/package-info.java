/// The description of the API, for programs and for people.
@NullMarked
package dev.slipway.backend.description;

import org.jspecify.annotations.NullMarked;
