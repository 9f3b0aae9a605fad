package dev.slipway.image;

import java.nio.file.Path;

/// The image of a program, before Jib makes it.
///
/// @param base what it stands on: a C library is enough
/// @param module the folder of its Maven module
/// @param jar its jar, which stands in `MODULE/target`
/// @param folder what is put into the image is made here
record ProgramImage(Image base, Path module, Path jar, Path folder) {
    static ProgramImage of(Image base, Path jar) {
        Path module = jar.toAbsolutePath().resolve("../..").normalize();
        return new ProgramImage(base, module, jar, jar.resolveSibling("image"));
    }

    /// Names the modules of its runtime.
    Path modules() {
        return module.resolve("src/build/modules.txt");
    }

    /// Its Java runtime, `/opt/java` of the image.
    Path runtime() {
        return folder.resolve("java");
    }

    /// Its AOT cache, which stands in `/app/aot` of the image.
    Path cache() {
        return folder.resolve("aot").resolve(jar.getFileName().toString().replace(".jar", ".aot"));
    }

    /// The reference scripts of the checkout.
    Path scripts() {
        return module.resolveSibling("migrations");
    }
}
