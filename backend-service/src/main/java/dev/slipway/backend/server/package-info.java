/// What happens before a request is one and after an answer is: bounds for those who do not finish theirs.
@NullMarked
package dev.slipway.backend.server;

import org.jspecify.annotations.NullMarked;
