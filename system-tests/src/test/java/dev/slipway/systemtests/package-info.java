/// The programs as a stranger deploys them: images, compose, Pods, on a real container engine.
@NullMarked
package dev.slipway.systemtests;

import org.jspecify.annotations.NullMarked;
