/// What holds for the whole company.
@NullMarked
package dev.slipway.model.company;

import org.jspecify.annotations.NullMarked;
