package dev.slipway.runner.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovedFilesTest {
    @Test
    void nothingIsChangedIfOneOfThemCannotBeWritten(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("V2__a.sql"), "select 2;");
        Path child = Files.writeString(folder.resolve("V3__b.sql"), "-- revises: 2");
        MovedFiles files = new MovedFiles();
        files.move(script, folder.resolve("V4__a.sql"));
        files.text(child, "-- revises: 4".getBytes(StandardCharsets.UTF_8));
        files.text(folder.resolve("gone/V5__c.sql"), new byte[0]);

        assertThatThrownBy(files::write).hasMessageContaining("V5__c.sql: there is no such folder");

        assertThat(folder).isDirectoryNotContaining("glob:**V4__a.sql");
        assertThat(script).hasContent("select 2;");
        assertThat(child).hasContent("-- revises: 2");
    }
}
