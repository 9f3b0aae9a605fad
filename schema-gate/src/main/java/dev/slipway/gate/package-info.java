/// Tells a service whether the schema of its database can serve it: plain JDBC, and no other library.
@NullMarked
package dev.slipway.gate;

import org.jspecify.annotations.NullMarked;
