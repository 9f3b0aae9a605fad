import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Writes the classes of a library in the form of Java 8, with the stack maps that it asks for.
///
/// picocli's are in the form of Java 5: the JVM verifies them the slow way, and no AOT cache can hold them.
final class ModernClasses {
    private static final int MODERN = 52;

    private ModernClasses() {}

    /// @param arguments the library's jar, and the folder of classes to write to
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try (JarFile library = new JarFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassFile form = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : Collections.list(library.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")) {
                    try (InputStream bytes = library.getInputStream(entry)) {
                        Path file = folder.resolve(entry.getName());
                        Files.createDirectories(file.getParent());
                        Files.write(file, modern(form, bytes.readAllBytes()));
                    }
                }
            }
        }
    }

    private static byte[] modern(ClassFile form, byte[] bytes) {
        ClassModel model = form.parse(bytes);
        if (model.majorVersion() >= MODERN) {
            return bytes;
        }
        ClassTransform code = ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
        return form.transformClass(model, code.andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(MODERN, 0);
            } else {
                builder.with(element);
            }
        }));
    }
}
