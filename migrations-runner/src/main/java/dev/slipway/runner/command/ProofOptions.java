package dev.slipway.runner.command;

import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.proof.ProofRequest;
import picocli.CommandLine.Option;

/// How a run is held to what was proved.
final class ProofOptions {
    @Option(
            names = "--accept-drift",
            description =
                    "go on although the schema is not the one that was proved, before the first script or after one;"
                            + " it is recorded, also if nothing is to run, and later runs go on as well as long as these"
                            + " objects stay as they are")
    private boolean acceptDrift;

    @Option(
            names = {"-v", "--verbose"},
            description = "say so too if nothing was verified because there is no manifest")
    boolean verbose;

    ProofRequest request(ManifestFile manifest) {
        return new ProofRequest(manifest, acceptDrift);
    }
}
