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

/// `branches`, which needs no database.
final class BranchesTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @Test
    void listsTheBranchPointsWithWhatBuildsOnThem() {
        assertThat(project.offline("branches").text()).isEqualTo("""
                exit 0
                1  users  V1__users.sql
                  -> 2  phone  V2__phone.sql
                  -> 3  email  V3__email.sql
                3  email  V3__email.sql
                  -> 4  contact  V4__contact.sql  (head)
                  -> 5  billing  V5__billing.sql  (billing) (head)
                """);
    }

    @Test
    void saysMoreIfAsked() {
        assertThat(project.offline("branches", "--verbose").text()).isEqualTo("""
                exit 0
                1  users  V1__users.sql
                  parents: none
                  undo:    U1__users.sql
                  -> 2  phone  V2__phone.sql
                       parents: 1
                       undo:    none
                  -> 3  email  V3__email.sql
                       parents: 1
                       undo:    none
                3  email  V3__email.sql
                  parents: 1
                  undo:    none
                  -> 4  contact  V4__contact.sql  (head)
                       parents: 2, 3
                       undo:    none
                  -> 5  billing  V5__billing.sql  (billing) (head)
                       parents: 3
                       undo:    U5__billing.sql
                """);
    }

    @Test
    void listsTheBranchPointsAsJson() {
        assertThat(project.offline("branches", "--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "branchPoints": [
                      {
                        "revision": {
                          "version": "1",
                          "description": "users",
                          "parents": [],
                          "script": "V1__users.sql",
                          "undo": "U1__users.sql",
                          "branchLabel": null,
                          "head": false
                        },
                        "children": [
                          {
                            "version": "2",
                            "description": "phone",
                            "parents": [
                              "1"
                            ],
                            "script": "V2__phone.sql",
                            "undo": null,
                            "branchLabel": null,
                            "head": false
                          },
                          {
                            "version": "3",
                            "description": "email",
                            "parents": [
                              "1"
                            ],
                            "script": "V3__email.sql",
                            "undo": null,
                            "branchLabel": null,
                            "head": false
                          }
                        ]
                      },
                      {
                        "revision": {
                          "version": "3",
                          "description": "email",
                          "parents": [
                            "1"
                          ],
                          "script": "V3__email.sql",
                          "undo": null,
                          "branchLabel": null,
                          "head": false
                        },
                        "children": [
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
                    ]
                  }
                }
                """);
    }

    @Test
    void saysThatThereIsNone(@TempDir Path other) {
        new ScriptFolder(other).with("R__one.sql", "select 1;");
        assertThat(Run.offline(other, "branches").text()).isEqualTo("exit 0\nno branches\n");
        assertThat(Run.offline(other, "branches", "--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "branchPoints": []
                  }
                }
                """);
    }
}
