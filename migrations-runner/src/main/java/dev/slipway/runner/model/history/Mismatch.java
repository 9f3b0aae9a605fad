package dev.slipway.runner.model.history;

import dev.slipway.runner.model.Version;

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
    record Newer(Version version, String script) implements Mismatch {
        @Override
        public String text() {
            return "revision %s (%s) is applied, but there is no such script".formatted(version, script);
        }

        @Override
        public String help() {
            return "the scripts, or the image that holds them, are likely older than the database: run the newer image, "
                    + "or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`";
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
