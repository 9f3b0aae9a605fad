package dev.slipway.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class LauncherTest {
    /// The version of class files that Java 8 reads; Java 25 writes 69.
    private static final int JAVA_8 = 52;

    @Test
    void canBeReadByJava8() throws IOException {
        try (DataInputStream file =
                new DataInputStream(Objects.requireNonNull(Launcher.class.getResourceAsStream("Launcher.class")))) {
            assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
            file.readUnsignedShort();
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }

    @Test
    void saysThatAnOldJavaIsTooOld() {
        assertThat(Launcher.problem("17", "/opt/java-17")).isEqualTo("""
                error: Java 25 or newer is needed, and this is Java 17 in /opt/java-17
                  state: nothing was changed
                  help:  run it with the java of a newer JDK or JRE, or use the container image""");
        assertThat(Launcher.problem("1.8", "/opt/java-8")).contains("this is Java 8 in");
        assertThat(Launcher.problem("25", "/opt/java-25")).isEmpty();
        assertThat(Launcher.problem("26", "/opt/java-26")).isEmpty();
    }
}
