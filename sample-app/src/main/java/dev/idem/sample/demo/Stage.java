package dev.idem.sample.demo;

import dev.idem.sample.PromptMessage;
import dev.idem.sample.PromptRequest;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Simulator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a scene is played: a client, the gateways it talks to, and the model behind them with its bill. */
final class Stage {

    private static final int REPLY_SECONDS = 60;

    private final Cast cast;
    private final Simulator simulator;
    private final Bill before;
    private final Client client;
    private final Consumer<String> onlooker;

    Stage(Cast cast, Simulator simulator, Consumer<String> onlooker) {
        this.cast = cast;
        this.simulator = simulator;
        this.before = simulator.bill();
        this.onlooker = onlooker;
        this.client = new Client(cast.addresses());
    }

    /** Tells whoever looks on what happens now. */
    void tell(String step) {
        onlooker.accept(step);
    }

    Client client() {
        return client;
    }

    Simulator simulator() {
        return simulator;
    }

    int requests() {
        return client.requests();
    }

    /** Ends the gateway that got the first request, in the middle of whatever it does. */
    void killFirstGateway() {
        cast.killFirst();
        client.forgetFirst();
    }

    /** A prompt that nobody has sent before. All of them cost the same. */
    static PromptRequest newPrompt() {
        return newPrompt(null);
    }

    static PromptRequest newPrompt(@Nullable Double temperature) {
        String question = "Summarise the file of customer " + UUID.randomUUID() + " in three sentences.";
        PromptMessage message = new PromptMessage(PromptMessage.Role.USER, question);
        return new PromptRequest("claude-sonnet-4-6", 256, temperature, List.of(message));
    }

    /** Sends a prompt that must be answered. */
    Reply answer(PromptRequest prompt) throws Exception {
        return answer(client.postAsync(prompt));
    }

    /** Waits for a reply that must be an answer. */
    Reply answer(CompletableFuture<Reply> sent) throws Exception {
        Reply reply = sent.get(REPLY_SECONDS, TimeUnit.SECONDS);
        require(reply.isAnswer(), "status " + reply.status() + " where an answer was due");
        return reply;
    }

    void requireSame(Reply first, Reply second) {
        require(first.equals(second), "two callers got different answers");
    }

    void requireCalls(long expected) {
        long calls = simulator.bill().since(before).calls();
        require(calls == expected, calls + " upstream calls where " + expected + " were due");
    }

    void require(boolean promise, String otherwise) {
        if (!promise) {
            throw new BrokenPromise(otherwise);
        }
    }

    /** A promise did not hold. */
    static final class BrokenPromise extends RuntimeException {

        BrokenPromise(String message) {
            super(message);
        }
    }
}
