package dev.slipway.runner.engine.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Loads the program a second time with other entries on its class path, since a location looks into its own.
final class ClasspathLocationTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheScriptsOfAJar() throws Exception {
        Path jar = jar(
                "packed/migration/V1__a.sql",
                "packed/migration/deep/V2__b.sql",
                "packed/migration/.V3__hidden.sql",
                "packed/migration/notes.txt",
                "packed/migrations/V4__other_folder.sql",
                "V5__root.sql");
        assertThat(read("classpath:packed/migration", jar))
                .containsExactlyInAnyOrder(
                        "ScriptFile[path=V1__a.sql, origin=classpath:packed/migration/V1__a.sql, text=größer]",
                        "ScriptFile[path=deep/V2__b.sql, origin=classpath:packed/migration/deep/V2__b.sql,"
                                + " text=größer]");
    }

    @Test
    void readsAJarInAFolderWithBlanks() throws Exception {
        Path blanks = Files.createDirectories(folder.resolve("with blanks & umläuts"));
        Path jar = Files.move(jar("scripts/V1__a.sql"), blanks.resolve("a b.jar"));
        assertThat(read("classpath:scripts", jar))
                .containsExactly("ScriptFile[path=V1__a.sql, origin=classpath:scripts/V1__a.sql, text=größer]");
    }

    @Test
    void joinsAJarAndAClassFolder() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("my classes"));
        Path script = Files.createDirectories(classes.resolve("scripts")).resolve("V2__b.sql");
        Files.writeString(script, "größer");
        assertThat(read("classpath:/scripts/", jar("scripts/V1__a.sql"), classes))
                .containsExactlyInAnyOrder(
                        "ScriptFile[path=V1__a.sql, origin=classpath:scripts/V1__a.sql, text=größer]",
                        "ScriptFile[path=V2__b.sql, origin=%s, text=größer]".formatted(script));
    }

    @Test
    void readsWhatMatchesInAJar() throws Exception {
        Path jar = jar(
                "packed/one/migration/V1__a.sql",
                "packed/two/three/migration/deep/V2__b.sql",
                "packed/other/V3__c.sql");
        assertThat(read("classpath:packed/**/migration", jar))
                .containsExactlyInAnyOrder(
                        "ScriptFile[path=V1__a.sql, origin=classpath:packed/one/migration/V1__a.sql, text=größer]",
                        "ScriptFile[path=deep/V2__b.sql, "
                                + "origin=classpath:packed/two/three/migration/deep/V2__b.sql, text=größer]");
    }

    @Test
    void missesAFolderThatNoJarHas() throws Exception {
        Path jar = jar("scripts/V1__a.sql");
        assertThatThrownBy(() -> read("classpath:packed/migration/none", jar))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessage("location \"classpath:packed/migration/none\" does not exist");
    }

    @Test
    void readsWhatLiesBesideTheScriptsOfAJar() throws Exception {
        Path jar = jar("scripts/V1__a.sql", "scripts/manifest.json", "scripts/deep/manifest.json", "manifest.json");
        assertThat(call(
                        "classpath:scripts",
                        new Path[] {jar},
                        (type, location) ->
                                type.getMethod("texts", String.class).invoke(location, "manifest.json")))
                .containsExactly("TextFile[origin=classpath:scripts/manifest.json, text=größer]");
    }

    private Path jar(String... names) throws IOException {
        Path jar = folder.resolve("scripts.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String directory : List.of("packed/", "packed/migration/", "scripts/")) {
                out.putNextEntry(new JarEntry(directory));
            }
            for (String name : names) {
                out.putNextEntry(new JarEntry(name));
                out.write("größer".getBytes(UTF_8));
            }
        }
        return jar;
    }

    private static List<String> read(String location, Path... entries) throws Exception {
        return call(location, entries, (type, parsed) -> {
            Class<?> reader = Class.forName(ScriptReader.class.getName(), true, type.getClassLoader());
            Object scripts = reader.getMethod("read", List.class).invoke(null, List.of(parsed));
            List<Object> files = new ArrayList<>();
            for (Object script :
                    ((Stream<?>) scripts.getClass().getMethod("all").invoke(scripts)).toList()) {
                files.add(script.getClass().getMethod("file").invoke(script));
            }
            return files;
        });
    }

    /// What is asked of a location.
    @FunctionalInterface
    private interface Call {
        Object of(Class<?> type, Object location) throws Exception;
    }

    private static List<String> call(String location, Path[] entries, Call call) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries) {
            urls.add(entry.toUri().toURL());
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(Location.class.getName(), true, loader);
            Object parsed = type.getDeclaredMethod("parse", String.class).invoke(null, location);
            return ((List<?>) call.of(type, parsed))
                    .stream().map(String::valueOf).toList();
        }
    }
}
