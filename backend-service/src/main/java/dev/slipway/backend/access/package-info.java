/// Who may do what, and what every answer tells a browser.
@NullMarked
package dev.slipway.backend.access;

import org.jspecify.annotations.NullMarked;
