package dev.slipway.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A container that makes something, which is taken when its program has ended.
record Container(String id) implements AutoCloseable {
    /// @param words of `docker create`: options, the image, and the arguments of its program
    static Container create(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("create"));
        command.addAll(words);
        return new Container(Docker.run(command.toArray(String[]::new)));
    }

    /// @param source a file or folder of the machine
    /// @param place where the container, which has not started, has it then
    void put(Path source, String place) throws IOException, InterruptedException {
        Docker.run("cp", source.toString(), id + ":" + place);
    }

    void start() throws IOException, InterruptedException {
        Docker.run("start", id);
    }

    boolean isRunning() throws IOException, InterruptedException {
        return Docker.run("inspect", "--format={{.State.Running}}", id).equals("true");
    }

    /// Asks the program to end, and gives it the time to write what it makes.
    void stop() throws IOException, InterruptedException {
        Docker.run("stop", "--time=120", id);
    }

    /// Waits for the program's end, and takes what it made.
    ///
    /// @throws IOException with what the program printed, if it failed
    void take(String made, Path target) throws IOException, InterruptedException {
        String code = Docker.run("wait", id);
        if (!code.equals("0")) {
            throw new IOException("the container ended with %s%n%s".formatted(code, Docker.run("logs", id)));
        }
        Docker.run("cp", "%s:%s".formatted(id, made), target.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            Docker.run("rm", "--force", "--volumes", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
