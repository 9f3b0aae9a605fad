/// What holds for the whole company.
@NullMarked
package dev.slipway.backend.company;

import org.jspecify.annotations.NullMarked;
