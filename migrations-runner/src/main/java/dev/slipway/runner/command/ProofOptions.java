package dev.slipway.runner.command;

import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.proof.ProofRequest;
import picocli.CommandLine.Option;

/// How a run is held to what was proved.
final class ProofOptions {
    @Option(
            names = "--accept-drift",
            description =
                    "continue although the schema differs from the proved one; the differences are recorded, and later runs continue as long as these objects stay as they are")
    private boolean acceptDrift;

    @Option(
            names = {"-v", "--verbose"},
            description = "also say if nothing was verified because there is no manifest")
    boolean verbose;

    ProofRequest request(ManifestFile manifest) {
        return new ProofRequest(manifest, acceptDrift);
    }
}
