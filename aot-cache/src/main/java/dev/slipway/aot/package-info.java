/// Makes the AOT cache of an image: runs the program in a container of the image's base, and takes what its JVM
/// recorded.
@NullMarked
package dev.slipway.aot;

import org.jspecify.annotations.NullMarked;
