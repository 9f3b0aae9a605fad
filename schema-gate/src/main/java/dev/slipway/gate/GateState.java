package dev.slipway.gate;

import java.util.Optional;

/// How a schema stands to the revision that a service was built for, as far as the service can tell.
public sealed interface GateState {
    /// What happened and what to do, for logs and for those who run the service.
    String message();

    /// The same for anybody, without what the database or its driver says of itself.
    default String summary() {
        return message();
    }

    /// The revision found in the database.
    default Optional<String> found() {
        return Optional.empty();
    }

    /// Whether the service may serve.
    default boolean isOpen() {
        return false;
    }

    /// Whether the database answers.
    default boolean answers() {
        return true;
    }

    /// At the expected revision, or ahead of it by revisions that only expand the schema.
    record Open(String revision) implements GateState {
        @Override
        public String message() {
            return "the schema is at revision \"%s\"".formatted(revision);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision);
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /// Not migrated far enough, or not at all.
    record Behind(String expected, String revision) implements GateState {
        public static final String NONE = "none";

        @Override
        public String message() {
            return "the schema is at %s and this service needs revision \"%s\"; run the migrations-runner"
                    .formatted(found().map("revision \"%s\""::formatted).orElse("no revision"), expected);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision).filter(found -> !found.equals(NONE));
        }
    }

    /// A script failed halfway.
    record Failed(String script) implements GateState {
        @Override
        public String message() {
            return "script \"%s\" failed on this schema; mend it and run the migrations-runner again".formatted(script);
        }
    }

    /// A newer revision took away what the service needs.
    record Ahead(String expected, String revision, String contract) implements GateState {
        @Override
        public String message() {
            return "the schema is at revision \"%s\", and since \"%s\" it cannot serve a service built for \"%s\"; start a newer service"
                    .formatted(revision, contract, expected);
        }

        @Override
        public Optional<String> found() {
            return Optional.of(revision);
        }
    }

    /// The database answers, but does not tell its position.
    record Unreadable(String reason) implements GateState {
        @Override
        public String message() {
            return "the history of the schema cannot be read: %s; run the migrations-runner, or grant select on it"
                    .formatted(reason);
        }

        @Override
        public String summary() {
            return "the history of the schema cannot be read";
        }
    }

    /// No answer from the database.
    record Unreachable(String database, String reason) implements GateState {
        @Override
        public String message() {
            return "%s is not reachable: %s".formatted(database, reason);
        }

        @Override
        public String summary() {
            return "the database is not reachable";
        }

        @Override
        public boolean answers() {
            return false;
        }
    }

    /// The database does not let the service in.
    record SignInRefused(String database, String reason) implements GateState {
        @Override
        public String message() {
            return "%s refuses user or password: %s; correct the service's user and password"
                    .formatted(database, reason);
        }

        @Override
        public String summary() {
            return "the database refuses user or password";
        }

        @Override
        public boolean answers() {
            return false;
        }
    }
}
