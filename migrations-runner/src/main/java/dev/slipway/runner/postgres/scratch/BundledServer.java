package dev.slipway.runner.postgres.scratch;

/// A PostgreSQL server that comes on the class path, found by `java.util.ServiceLoader`; the production runner has
/// none.
public interface BundledServer {
    /// Starts it and waits until it takes connections.
    Running start();

    /// A server that runs until it is closed.
    interface Running extends AutoCloseable {
        /// A URL as `--url` takes it, of a user who may create databases.
        String url();

        @Override
        void close();
    }
}
