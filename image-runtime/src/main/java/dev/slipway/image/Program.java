package dev.slipway.image;

import java.nio.file.Path;

/// A program whose image is made.
///
/// @param base what its image stands on: a C library is enough
/// @param module the folder of its Maven module
/// @param jar its jar, which stands in `MODULE/target`
/// @param folder what is put into the image is made here
record Program(Image base, Path module, Path jar, Path folder) {
    static Program of(Image base, Path jar) {
        Path target = jar.toAbsolutePath().getParent();
        return new Program(base, target.getParent(), jar, target.resolve("image"));
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
