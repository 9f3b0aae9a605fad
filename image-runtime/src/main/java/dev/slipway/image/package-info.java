/// Makes what an image needs besides its program: links a Java runtime of the modules that it uses, and records an AOT
/// cache by running the program on it in a container of the image's base.
@NullMarked
package dev.slipway.image;

import org.jspecify.annotations.NullMarked;
