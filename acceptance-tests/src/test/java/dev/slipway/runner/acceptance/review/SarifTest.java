package dev.slipway.runner.acceptance.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.model.ProgramVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Remarks as a document for code scanning.
final class SarifTest {
    private static final JsonSchema SCHEMA = schema();

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        Reviewed.twoScripts(project);
    }

    /// A validator that finds nothing here would find nothing at all.
    @Test
    void theSchemaKnowsFaults() {
        assertThat(SCHEMA.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .hasToString("[$.runs[0]: required property 'tool' not found]");
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
            """.replace("(development)", ProgramVersion.text()));
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
            """.replace("(development)", ProgramVersion.text()));
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

    @Test
    void hazardsAreRules() {
        project.with("V3__index.sql", "\ncreate index on users (id);\n");
        Proved.on(project.folder());

        assertThat(run("prove", "--check")).contains("\"id\": \"blocking-index\"", "\"startLine\": 2");
        project.run("upgrade", "1");
        assertThat(run("plan")).contains("\"ruleId\": \"blocking-index\"");
    }

    private String check(String... more) {
        return run("check", more);
    }

    /// Every document is one by the schema of SARIF.
    private String run(String command, String... more) {
        String text = Reviewed.run(project, command, "sarif", more);
        String document = text.substring(text.indexOf('{'), text.indexOf("\n}\n") + 2);
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
        return text;
    }

    private static JsonSchema schema() {
        try (InputStream file = Objects.requireNonNull(
                SarifTest.class.getResourceAsStream("/org/oasis-open/sarif/sarif-schema-2.1.0.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
