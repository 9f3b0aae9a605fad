package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
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
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// A folder inside the runner's own jars or class folders.
record ClasspathLocation(String name) implements Location {
    ClasspathLocation {
        name = name.replaceAll("^/+|/+$", "");
    }

    @Override
    public List<ScriptFile> files(Consumer<ScriptProblem> problems) {
        List<ScriptFile> files = new ArrayList<>();
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
                                ? inJar((JarURLConnection) root.openConnection(), problems)
                                : new FolderLocation(Path.of(URI.create(root.toString()))).files(problems));
            }
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "location \"%s\" cannot be read: %s".formatted(this, e.getMessage()), "check the jar"),
                    e);
        }
        return files;
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

    private List<ScriptFile> inJar(JarURLConnection connection, Consumer<ScriptProblem> problems) throws IOException {
        connection.setUseCaches(false);
        List<ScriptFile> files = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String path = entry.getName();
                if (path.startsWith(name + "/") && ScriptName.concerns(path.substring(path.lastIndexOf('/') + 1))) {
                    ScriptText.read(CLASSPATH + path, () -> bytes(jar, entry), problems)
                            .ifPresent(text -> files.add(
                                    new ScriptFile(path.substring(name.length() + 1), CLASSPATH + path, text)));
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
        return CLASSPATH + name;
    }
}
