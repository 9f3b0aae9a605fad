package dev.slipway.runner.model.history;

import dev.slipway.runner.model.Version;
import org.jspecify.annotations.Nullable;

/// One way in which the history and the scripts differ.
public sealed interface Mismatch {
    String text();

    String help();

    /// The script was changed after it was applied.
    record Changed(String script, int recorded, int found) implements Mismatch {
        @Override
        public String text() {
            return "%s was changed after it was applied: checksum %d was recorded, %d was found"
                    .formatted(script, recorded, found);
        }

        @Override
        public String help() {
            return "restore the script as it was applied, and put the change into a new one";
        }
    }

    /// The script was given another description after it was applied.
    record Renamed(String script, String recorded) implements Mismatch {
        @Override
        public String text() {
            return "%s was renamed after it was applied: \"%s\" was recorded".formatted(script, recorded);
        }

        @Override
        public String help() {
            return "give the script its old name back";
        }
    }

    /// The history holds a revision above all scripts: this set of scripts is older than the database.
    ///
    /// @param contract whether it is recorded that only services built for it can run on it
    record Newer(Version version, String script, boolean contract) implements Mismatch {
        @Override
        public String text() {
            return "revision %s (%s) is applied, but there is no such script%s"
                    .formatted(
                            version,
                            script,
                            contract ? ", and older services cannot run on it (compat: contract)" : "");
        }

        @Override
        public String help() {
            return "the scripts, or the image that holds them, are likely older than the database: run the newer"
                    + " image, or take the database back with it (`downgrade`), or forget the revision with `stamp"
                    + " --purge`";
        }
    }

    /// The history holds a revision whose script is gone.
    record Missing(Version version, String script) implements Mismatch {
        @Override
        public String text() {
            return "revision %s (%s) is applied, but its script is missing".formatted(version, script);
        }

        @Override
        public String help() {
            return "put the missing script back, or forget the revision with `stamp --purge`";
        }
    }

    /// The script was applied under another version than it has now.
    ///
    /// @param recorded how its file was called
    /// @param script its file now
    /// @param taker the script that has the former version now, or null if none has
    record Renumbered(
            Version version,
            String recorded,
            Version now,
            String script,
            @Nullable String taker) implements Mismatch {
        @Override
        public String text() {
            return "revision %s was applied as %s, which is %s now%s"
                    .formatted(
                            version,
                            recorded,
                            script,
                            taker == null ? "" : ", and %s took its version".formatted(taker));
        }

        @Override
        public String help() {
            String back = taker == null
                    ? "give %s its version %s back".formatted(script, version)
                    : "give %s its version %s back, and `renumber` %s instead".formatted(script, version, taker);
            return "%s; or, if only this database has it, %srecord it as it is now: `stamp %s --purge`"
                    .formatted(back, taker == null ? "" : "run %s by hand and ".formatted(taker), now);
        }
    }

    /// The history holds a revision that something else than a script of SQL made, and that nothing stands in for.
    ///
    /// @param type of its row
    /// @param standIn the name of a script that would stand in for it
    record Unscripted(Version version, String type, String script, String standIn) implements Mismatch {
        @Override
        public String text() {
            return "revision %s (%s) is applied, but it was %s, and no script of its version stands in for it"
                    .formatted(version, script, kind());
        }

        private String kind() {
            return switch (type) {
                case "JDBC", "SPRING_JDBC" -> "a Java migration of Flyway";
                case "SCRIPT" -> "a script in another language than SQL";
                default -> "a migration of Flyway's type %s".formatted(type);
            };
        }

        @Override
        public String help() {
            return "add a script %s that stands in for it: where the revision is applied it is never run, so its SQL is for "
                            .formatted(standIn)
                    + "new databases, and a comment alone will do if they need nothing";
        }
    }

    /// Something that only the tool that began it can go on with did not come to its end.
    record FailedElsewhere(Version version, String type, String script) implements Mismatch {
        @Override
        public String text() {
            return "revision %s (%s, of type %s) was begun by another tool and failed".formatted(version, script, type);
        }

        @Override
        public String help() {
            return "finish by hand what it began, and set success = true in its row; or undo by hand what it did, and "
                    + "delete its row with success = false";
        }
    }

    /// An undo script that runs without a transaction did not come to its end.
    record HalfUndone(Version version, String script) implements Mismatch {
        @Override
        public String text() {
            return "revision %s was taken back only in part (%s)".formatted(version, script);
        }

        @Override
        public String help() {
            return "run `downgrade` with the same target again: it goes on from there";
        }
    }

    /// A script was left half applied, and what is left of it does not match the script any more.
    record Failed(String label, String script) implements Mismatch {
        @Override
        public String text() {
            return "%s (%s) was begun and failed, and the statements that ran then are not those of the script now"
                    .formatted(label, script);
        }

        @Override
        public String help() {
            return "restore the statements before the one that failed; or, if another tool ran it, undo its effects by "
                    + "hand and delete its row with success = false";
        }
    }
}
