package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Branched;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `heads`, which needs no database.
final class HeadsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @Test
    void listsTheHeads() {
        assertThat(project.offline("heads").text()).isEqualTo("""
                exit 0
                4  contact  V4__contact.sql  (head)
                5  billing  V5__billing.sql  (billing) (head)
                """);
    }

    @Test
    void saysMoreIfAsked() {
        assertThat(project.offline("heads", "--verbose").text()).isEqualTo("""
                exit 0
                4  contact  V4__contact.sql  (head)
                  parents: 2, 3
                  undo:    none
                5  billing  V5__billing.sql  (billing) (head)
                  parents: 3
                  undo:    U5__billing.sql
                """);
    }

    @Test
    void listsTheHeadsAsJson() {
        assertThat(project.offline("heads", "--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "heads": [
                      {
                        "version": "4",
                        "description": "contact",
                        "parents": [
                          "2",
                          "3"
                        ],
                        "script": "V4__contact.sql",
                        "undo": null,
                        "branchLabel": null,
                        "head": true
                      },
                      {
                        "version": "5",
                        "description": "billing",
                        "parents": [
                          "3"
                        ],
                        "script": "V5__billing.sql",
                        "undo": "U5__billing.sql",
                        "branchLabel": "billing",
                        "head": true
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void saysThatThereIsNone(@TempDir Path other) {
        new ScriptFolder(other).with("R__one.sql", "select 1;");
        assertThat(Run.offline(other, "heads").text()).isEqualTo("exit 0\nno revision\n");
        assertThat(Run.offline(other, "heads", "--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "heads": []
                  }
                }
                """);
    }
}
