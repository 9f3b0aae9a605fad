package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// With `--format json` standard output holds one document, whatever the outcome.
final class JsonTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void printsWhatWasAppliedAndKeepsProgressApart() {
        project.with("V1__users.sql", "create table users (id int);");
        assertThat(project.run("--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "from": [],
                "to": [
                  "1"
                ],
                "ahead": [],
                "applied": [
                  {
                    "label": "1",
                    "description": "users",
                    "script": "V1__users.sql",
                    "milliseconds": 0
                  }
                ],
                "again": [],
                "milliseconds": 0,
                "proof": {
                  "notCompared": "not verified: no manifest.json",
                  "reworded": [],
                  "drift": [],
                  "results": []
                }
              }
            }
            --- stderr
            applied 1  users  TIME
            """);
    }

    @Test
    void printsAFailure() {
        project.with("V1__users.sql", "create table users (id integr);");
        assertThat(project.run("--format", "json").text()).isEqualTo("""
            exit 6
            {
              "exitCode": 6,
              "error": {
                "kind": "script-failed",
                "message": "script \\"V1__users.sql\\" failed at line 1, column 24: type \\"integr\\" does not exist",
                "details": [
                  " --> FOLDER/V1__users.sql:1:24",
                  "1 | create table users (id integr);",
                  "  |                        ^",
                  "sqlstate: 42704"
                ],
                "state": "this run applied nothing; 1 was rolled back",
                "help": "correct the script, or create the extension that brings it, and run `upgrade` again",
                "data": {
                  "script": "V1__users.sql",
                  "label": "1",
                  "place": {
                    "origin": "FOLDER/V1__users.sql",
                    "line": 1,
                    "column": 24,
                    "text": "create table users (id integr);"
                  },
                  "error": {
                    "sqlState": "42704",
                    "message": "type \\"integr\\" does not exist",
                    "detail": "",
                    "hint": "",
                    "context": "",
                    "position": 24,
                    "waiting": {
                      "blockers": [],
                      "queue": 0,
                      "unseen": ""
                    }
                  },
                  "progressed": {
                    "direction": "up",
                    "done": []
                  },
                  "rest": {
                    "kind": "rolled-back"
                  }
                }
              }
            }
            """);
    }

    @Test
    void printsAMistakeOnTheCommandLine() {
        assertThat(Run.with(Map.of("SLIPWAY_FORMAT", "json"), "upgrade", "--wait-timeot", "1s")
                        .text())
                .isEqualTo("""
                    exit 2
                    {
                      "exitCode": 2,
                      "error": {
                        "kind": "usage-failure",
                        "message": "unknown option \\"--wait-timeot\\"",
                        "details": [],
                        "state": "nothing was changed",
                        "help": "did you mean --wait-timeout? see `slipway upgrade --help`",
                        "data": {
                          "message": "unknown option \\"--wait-timeot\\"",
                          "help": "did you mean --wait-timeout? see `slipway upgrade --help`"
                        }
                      }
                    }
                    """);
    }
}
