package dev.slipway.runner.cli;

import dev.slipway.runner.command.Question;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Somebody at a terminal who can be asked.
final class Terminal implements Question {
    private static final Set<String> YES = Set.of("y", "yes");

    private final UnaryOperator<String> said;

    /// @param said what stays of a text that is printed
    Terminal(UnaryOperator<String> said) {
        this.said = said;
    }

    /// Whether somebody sits at a terminal.
    static boolean isThere() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    @Override
    public Optional<Boolean> ask(List<String> lines, String question) {
        // without the module that brings Java's own console there may be none
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> ask(console, lines, question));
    }

    private boolean ask(Console console, List<String> lines, String question) {
        lines.forEach(line -> console.format("%s%n", said.apply(line)));
        String answer = answer(console, said.apply(question));
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /// A thread that reads cannot be interrupted, so another one reads while this one waits.
    private static @Nullable String answer(Console console, String question) {
        CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("question")
                .start(() -> answer.complete(console.readLine("%s [y/N] ", question)));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
