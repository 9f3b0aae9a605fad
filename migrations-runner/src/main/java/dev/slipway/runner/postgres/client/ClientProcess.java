package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.failure.SlipwayException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One of PostgreSQL's programs while it runs. It ends with this, whatever happens.
public final class ClientProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int LINES = 8;
    private static final int SIGNALS = 128;

    private final String program;
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final Thread listener;

    private ClientProcess(String program, Process process) {
        this.program = program;
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name(program).start(this::listen);
    }

    /// @param output whether somebody reads its standard output; else it is thrown away
    /// @param variables its whole environment
    static ClientProcess start(
            Client client, String program, List<String> arguments, Map<String, String> variables, boolean output) {
        List<String> command = new ArrayList<>();
        command.add(client.program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(output ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return new ClientProcess(program, builder.start());
        } catch (IOException e) {
            throw new SlipwayException(
                    new ClientFailed(program, List.of(String.valueOf(e.getMessage())), "nothing was changed"), e);
        }
    }

    private void listen() {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            String line = errors.readLine();
            while (line != null) {
                keep(line);
                line = errors.readLine();
            }
        } catch (IOException _) {
            // it has ended
        }
    }

    private void keep(String line) {
        synchronized (said) {
            if (said.size() < LINES && !line.isBlank()) {
                said.add(line);
            }
        }
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /// Waits for its end.
    ///
    /// @param state what is left if it fails
    /// @throws SlipwayException with `ClientFailed`
    public void await(String state) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            listener.join(GRACE);
            synchronized (said) {
                throw new SlipwayException(
                        new ClientFailed(program, said.isEmpty() ? List.of(ended(code)) : said, state));
            }
        }
    }

    /// Java adds 128 to the number of the signal that ended a process.
    private static String ended(int code) {
        return code > SIGNALS
                ? "the system ended it with signal %d".formatted(code - SIGNALS)
                : "it said nothing and ended with %d".formatted(code);
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
