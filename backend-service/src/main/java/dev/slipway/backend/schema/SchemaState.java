package dev.slipway.backend.schema;

import dev.slipway.model.SchemaRevision;
import java.util.Optional;

/// How the schema stands to the revision this service was built for, as far as the service can tell.
public sealed interface SchemaState {
    /// What happened and what to do, for logs and answers.
    String message();

    /// The revision found in the database.
    default Optional<String> found() {
        return Optional.empty();
    }

    /// At the required revision, or ahead of it by revisions that only expand the schema.
    record Ready(String revision) implements SchemaState {
        @Override
        public String message() {
            return "the schema is at revision \"%s\"".formatted(revision);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision);
        }
    }

    /// Not migrated far enough, or not at all.
    record Behind(String revision) implements SchemaState {
        static final String NONE = "none";

        @Override
        public String message() {
            return "the schema is at %s and this service needs revision \"%s\"; run the migrations-runner"
                    .formatted(
                            found().map("revision \"%s\""::formatted).orElse("no revision"), SchemaRevision.REQUIRED);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision).filter(found -> !found.equals(NONE));
        }
    }

    /// A script failed halfway.
    record Failed(String script) implements SchemaState {
        @Override
        public String message() {
            return "script \"%s\" failed on this schema; mend it and run the migrations-runner again".formatted(script);
        }
    }

    /// A newer revision took away what this service needs.
    record Ahead(String revision, String contract) implements SchemaState {
        @Override
        public String message() {
            return "the schema is at revision \"%s\", and since \"%s\" it cannot serve a service built for \"%s\"; start a newer service"
                    .formatted(revision, contract, SchemaRevision.REQUIRED);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision);
        }
    }

    /// The database answers, but does not tell its position.
    record Unreadable(String reason) implements SchemaState {
        @Override
        public String message() {
            return "the history of the schema cannot be read: %s; run the migrations-runner, or roles.sql if it has run"
                    .formatted(reason);
        }
    }

    /// No answer from the database.
    record Unreachable(String database, String reason) implements SchemaState {
        @Override
        public String message() {
            return "database %s is not reachable: %s".formatted(database, reason);
        }
    }

    /// The database does not let the service in.
    record SignInRefused(String database, String reason) implements SchemaState {
        @Override
        public String message() {
            return "database %s refuses user or password: %s; correct DATABASE_USER and DATABASE_PASSWORD or the password file"
                    .formatted(database, reason);
        }
    }
}
