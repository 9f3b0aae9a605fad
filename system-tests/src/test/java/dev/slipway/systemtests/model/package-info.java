/// Scripts from the entities of a project that is no part of this one.
@NullMarked
package dev.slipway.systemtests.model;

import org.jspecify.annotations.NullMarked;
