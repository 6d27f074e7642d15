package dev.idem.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Sends many commands of one verb without waiting for the answers in between. */
final class Together {

    private Together() {}

    /** The answers, in the order of the commands. All are sent, and answered, even if some fail; the stage then fails. */
    static <C, R> CompletionStage<List<R>> send(List<C> commands, Function<C, CompletionStage<R>> verb) {
        List<CompletableFuture<R>> answers =
                commands.stream().map(command -> attempt(command, verb)).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
    }

    private static <C, R> CompletableFuture<R> attempt(C command, Function<C, CompletionStage<R>> verb) {
        try {
            return verb.apply(command).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
