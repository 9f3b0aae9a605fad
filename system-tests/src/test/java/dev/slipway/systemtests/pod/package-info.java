/// The project's own Kubernetes files, played by podman.
@NullMarked
package dev.slipway.systemtests.pod;

import org.jspecify.annotations.NullMarked;
