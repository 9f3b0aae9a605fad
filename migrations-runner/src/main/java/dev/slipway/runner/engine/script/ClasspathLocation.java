package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// A folder inside the runner's own jars or class folders.
record ClasspathLocation(String name, Optional<Wildcards> wildcards) implements Location {
    static ClasspathLocation parse(String text) {
        Wildcards.Split split = Wildcards.split(text.replaceAll("^/+|/+$", ""));
        return new ClasspathLocation(split.root(), split.wildcards());
    }

    @Override
    public boolean contains(Location other) {
        return other instanceof ClasspathLocation(String inner, Optional<Wildcards> narrowed)
                && wildcards.isEmpty()
                && narrowed.isEmpty()
                && inner.startsWith(name + "/");
    }

    @Override
    public List<FoundFile> files(Predicate<String> concerned) {
        List<FoundFile> files = new ArrayList<>();
        try {
            List<URL> roots =
                    Collections.list(ClasspathLocation.class.getClassLoader().getResources(name));
            if (roots.isEmpty()) {
                throw new SlipwayException(new UsageFailure(
                        "location \"%s\" does not exist".formatted(this),
                        "correct --locations, for example filesystem:/migrations"));
            }
            for (URL root : roots) {
                files.addAll(
                        root.getProtocol().equals("jar")
                                ? inJar((JarURLConnection) root.openConnection(), concerned)
                                : inFolder(Path.of(URI.create(root.toString())), concerned));
            }
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "location \"%s\" cannot be read: %s".formatted(this, e.getMessage()), "check the jar"),
                    e);
        }
        Wildcards.refuseNone(this, wildcards, files);
        return files;
    }

    private List<FoundFile> inFolder(Path folder, Predicate<String> concerned) {
        List<FoundFile> files = new ArrayList<>();
        new FolderLocation(folder)
                .files(concerned)
                .forEach(file -> known(file.path())
                        .ifPresent(path -> files.add(new FoundFile(path, file.origin(), file.bytes()))));
        return files;
    }

    private Optional<String> known(String relative) {
        return Wildcards.path(wildcards, relative);
    }

    @Override
    public List<TextFile> texts(String fileName) {
        List<TextFile> texts = new ArrayList<>();
        try {
            String path = name + "/" + fileName;
            for (URL file :
                    Collections.list(ClasspathLocation.class.getClassLoader().getResources(path))) {
                texts.add(TextFile.of(CLASSPATH + path, () -> bytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static byte[] bytes(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public boolean takesNewScripts() {
        return false;
    }

    private List<FoundFile> inJar(JarURLConnection connection, Predicate<String> concerned) throws IOException {
        connection.setUseCaches(false);
        List<FoundFile> files = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String path = entry.getName();
                if (path.startsWith(name + "/") && concerned.test(path.substring(path.lastIndexOf('/') + 1))) {
                    Optional<String> known = known(path.substring(name.length() + 1));
                    if (known.isPresent()) {
                        byte[] content = bytes(jar, entry);
                        files.add(new FoundFile(known.get(), CLASSPATH + path, () -> content));
                    }
                }
            }
        }
        return files;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return CLASSPATH + name + wildcards.map(wild -> "/" + wild.text()).orElse("");
    }
}
