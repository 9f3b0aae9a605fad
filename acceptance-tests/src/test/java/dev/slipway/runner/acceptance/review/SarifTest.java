package dev.slipway.runner.acceptance.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Remarks as a document for code scanning.
final class SarifTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__users.sql", "create table users (id int);\n")
                .with("V2__email.sql", "alter table users add email text;\n");
    }

    @Test
    void goodScriptsNeedNoRemark() {
        assertThat(check()).isEqualTo("""
            exit 0
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "slipway",
                      "version": "(development)",
                      "rules": []
                    }
                  },
                  "invocations": [
                    {
                      "executionSuccessful": true,
                      "exitCode": 0
                    }
                  ],
                  "results": []
                }
              ]
            }
            --- stderr
            no problems: 2 revisions, 1 head
            """);
    }

    @Test
    void remarksHavePlaces() {
        project.with("V3__50%,a|b:c d.sql", "-- first\n-- transaction: no\nselect 1;\n")
                .with("V4__x.sql", "-- transaction: 100%::error::@team|<b>`_x_ https://example.org\nselect 1;\n");

        assertThat(check()).isEqualTo("""
            exit 1
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "slipway",
                      "version": "(development)",
                      "rules": [
                        {
                          "id": "check",
                          "shortDescription": {
                            "text": "slipway check"
                          }
                        }
                      ]
                    }
                  },
                  "invocations": [
                    {
                      "executionSuccessful": true,
                      "exitCode": 1
                    }
                  ],
                  "results": [
                    {
                      "ruleId": "check",
                      "ruleIndex": 0,
                      "level": "error",
                      "message": {
                        "text": "\\"no\\" is neither on nor off\\neffect: every command refuses the scripts\\nremedy: write -- transaction: off"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "V3__50%25%2Ca%7Cb%3Ac%20d.sql",
                              "uriBaseId": "%SRCROOT%"
                            },
                            "region": {
                              "startLine": 2
                            }
                          }
                        }
                      ]
                    },
                    {
                      "ruleId": "check",
                      "ruleIndex": 0,
                      "level": "error",
                      "message": {
                        "text": "\\"100%::error::@team|<b>`_x_ https://example.org\\" is neither on nor off\\neffect: every command refuses the scripts\\nremedy: write -- transaction: off"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "V4__x.sql",
                              "uriBaseId": "%SRCROOT%"
                            },
                            "region": {
                              "startLine": 1
                            }
                          }
                        }
                      ]
                    }
                  ]
                }
              ]
            }
            --- stderr
            2 problems: 4 revisions, 1 head
            """);
    }

    @Test
    void whatIsSaidOfADatabaseStandsWithTheScripts() {
        project.run("upgrade", "1");

        assertThat(check("--url", project.database().url()))
                .contains("\"uri\": \".\",\n")
                .contains("""
                  "text": "app on localhost:PORT: revision 2 is pending\\neffect: the database is behind the scripts\\nremedy: run `upgrade`"
                """);
    }

    @Test
    void aFailureIsARemark() {
        assertThat(check("--url", "postgresql://app@localhost:1/app", "--wait-timeout", "0"))
                .contains("\"executionSuccessful\": false,\n          \"exitCode\": 4")
                .contains("\"ruleId\": \"database-unavailable\"")
                .contains("\"startLine\": 1");
    }

    /// As in a checkout at whose top the scripts lie.
    private String check(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", "--format", "sarif"));
        arguments.addAll(List.of("--locations", project.folder().toString()));
        arguments.addAll(List.of(more));
        Map<String, String> environment =
                Map.of("GITHUB_WORKSPACE", project.folder().toString());
        return Run.with(environment, arguments.toArray(String[]::new))
                .masked(project.database(), project.folder())
                .text();
    }
}
