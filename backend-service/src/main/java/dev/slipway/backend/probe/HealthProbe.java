package dev.slipway.backend.probe;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks one address and ends with 0 if the answer is 200, with 1 otherwise: the contract of a container's health check.
///
/// It uses the old HTTP client because the process lives for this one request, and that client starts fastest.
public final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 3_000;

    private HealthProbe() {}

    public static void main(String[] args) {
        int code = run(URI.create(args[0]), System.out);
        // to return ends the JVM sooner than to exit, which sets up a logger first
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(URI address, PrintStream out) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            out.println("%s answered %d".formatted(address, status));
            return status == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException e) {
            out.println("%s did not answer: %s".formatted(address, e.getMessage()));
            return 1;
        }
    }
}
