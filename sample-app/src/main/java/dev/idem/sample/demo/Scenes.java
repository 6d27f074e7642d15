package dev.idem.sample.demo;

import dev.idem.sample.PromptRequest;
import dev.idem.sample.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the demo shows. */
final class Scenes {

    /** Costs an instance. */
    static final Scene KILL = Scene.of("kill -9 in mid-call", Takeover::play);

    private static final int DUPLICATES = 50;
    private static final Duration WORK = Duration.ofMillis(400);
    private static final List<Scene> FOR_ANY_NUMBER = List.of(
            Scene.of("one prompt sent twice", Scenes::sentTwice),
            Scene.of(DUPLICATES + " duplicates at once", Scenes::concurrentDuplicates),
            Scene.of("different prompts", Scenes::differentPrompts),
            Scene.of("upstream fails, client retries", Scenes::failureAndRetry),
            Scene.of("reply lost on its way to us", Scenes::replyLostUpstream),
            Scene.of("reply lost on its way to the client", Scenes::replyLostDownstream),
            Scene.of("temperature above 0", Scenes::creative),
            Scene.onShortTtl("prompt sent again after the TTL", Scenes::ttlOver));

    private Scenes() {}

    static List<Scene> forOneInstance() {
        return FOR_ANY_NUMBER;
    }

    /** Those for any number, and at the end the one that costs an instance. */
    static List<Scene> forTwoInstances() {
        return Stream.concat(FOR_ANY_NUMBER.stream(), Stream.of(KILL)).toList();
    }

    private static String sentTwice(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt();
        stage.requireSame(stage.answer(prompt), stage.answer(prompt));
        stage.requireCalls(1);
        return "paid once, one answer";
    }

    private static String concurrentDuplicates(Stage stage) throws Exception {
        stage.simulator().latency(WORK);
        PromptRequest prompt = Stage.newPrompt();
        List<CompletableFuture<Reply>> replies = Stream.generate(
                        () -> stage.client().postAsync(prompt))
                .limit(DUPLICATES)
                .toList();
        Reply first = stage.answer(replies.get(0));
        for (CompletableFuture<Reply> reply : replies) {
            stage.requireSame(first, stage.answer(reply));
        }
        stage.requireCalls(1);
        return "paid once, one answer for all";
    }

    private static String differentPrompts(Stage stage) throws Exception {
        Reply first = stage.answer(Stage.newPrompt());
        Reply second = stage.answer(Stage.newPrompt());
        Reply third = stage.answer(Stage.newPrompt());
        stage.require(Stream.of(first, second, third).distinct().count() == 3, "two prompts got one answer");
        stage.requireCalls(3);
        return "each has its own answer";
    }

    private static String failureAndRetry(Stage stage) throws Exception {
        stage.simulator().failNext(Fault.RATE_LIMITED, Fault.SERVER_ERROR, Fault.OVERLOADED);
        PromptRequest prompt = Stage.newPrompt();
        Reply limited = stage.client().post(prompt);
        stage.require(limited.status() == 429 && limited.retryAfter().isPresent(), "429 was not passed on");
        stage.require(stage.client().post(prompt).status() == 500, "500 was not passed on");
        stage.require(stage.client().post(prompt).status() == 529, "529 was not passed on");
        stage.requireSame(stage.answer(prompt), stage.answer(prompt));
        stage.requireCalls(4);
        return "429, 500, 529 not remembered, success is";
    }

    /** The work is billed but its answer is gone: the guard can only run it again. */
    private static String replyLostUpstream(Stage stage) throws Exception {
        stage.simulator().failNext(Fault.CUT_AFTER_WORK);
        PromptRequest prompt = Stage.newPrompt();
        stage.require(stage.client().post(prompt).status() == 502, "the lost reply was not reported");
        stage.answer(prompt);
        stage.requireCalls(2);
        return "ran again: nobody has the first answer";
    }

    private static String replyLostDownstream(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt();
        stage.require(stage.client().postAndHangUp(prompt) == 200, "the first call failed");
        stage.answer(prompt);
        stage.requireCalls(1);
        return "paid once, the retry gets the answer";
    }

    private static String creative(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt(0.7);
        stage.require(!stage.answer(prompt).equals(stage.answer(prompt)), "the second answer is a replay");
        stage.requireCalls(2);
        return "straight through, by declaration";
    }

    private static String ttlOver(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt();
        long start = System.nanoTime();
        Reply first = stage.answer(prompt);
        stage.requireSame(first, stage.answer(prompt));
        Reply later = first;
        while (later.equals(first)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            stage.require(waited.compareTo(Settings.SHORT_TTL.multipliedBy(5)) < 0, "the answer is still replayed");
            TimeUnit.MILLISECONDS.sleep(500);
            later = stage.answer(prompt);
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - start);
        stage.require(lasted.compareTo(Settings.SHORT_TTL) >= 0, "forgotten after " + lasted.toMillis() + " ms");
        stage.requireCalls(2);
        return "replayed for " + Settings.SHORT_TTL.toSeconds() + " s, then run again";
    }
}
