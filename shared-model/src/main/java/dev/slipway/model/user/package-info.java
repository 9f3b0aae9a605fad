/// Who may sign in.
@NullMarked
package dev.slipway.model.user;

import org.jspecify.annotations.NullMarked;
