package dev.idem.sample.page;

import dev.idem.IdempotencyException;
import dev.idem.codec.ResultType;
import dev.idem.engine.CallKey;
import dev.idem.engine.FoundCall;
import dev.idem.engine.Idempotency;
import dev.idem.sample.Completion;
import dev.idem.sample.PromptRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records of the prompts that came in last, as the store has them now. Thread-safe. */
@Component
final class Records {

    static final String OPERATION = "prompts.complete";
    private static final int REMEMBERED = 12;

    private final Idempotency idempotency;
    private final Map<String, Sent> sent = new LinkedHashMap<>();

    Records(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** A prompt that came in. */
    private record Sent(CallKey key, String prompt, long answeredNanos) {}

    /**
     * What the store has for a prompt.
     *
     * @param age since its answer came; null unless it is recorded
     * @param rest until the answer is forgotten, or until the claim of a dead owner would be free; null if there is none
     */
    record Entry(
            String key,
            String prompt,
            State state,
            @Nullable Long age,
            @Nullable Long rest) {}

    /** What a duplicate would meet. */
    enum State {
        ABSENT,
        IN_PROGRESS,
        ANSWERED,
        UNKNOWN,
        STORE_DOWN
    }

    void sent(PromptRequest prompt) {
        if (!prompt.creative()) {
            CallKey key = key(prompt);
            synchronized (sent) {
                Sent known = sent.remove(key.key());
                sent.put(key.key(), known != null ? known : new Sent(key, Visit.label(prompt), System.nanoTime()));
                forgetOldest();
            }
        }
    }

    void answered(PromptRequest prompt) {
        CallKey key = key(prompt);
        synchronized (sent) {
            sent.computeIfPresent(key.key(), (same, known) -> new Sent(key, known.prompt(), System.nanoTime()));
        }
    }

    private void forgetOldest() {
        if (sent.size() > REMEMBERED) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    /** The same key as the annotation's: a call's content is its parameters by their names. */
    static CallKey key(PromptRequest prompt) {
        List<Map<String, Object>> messages = prompt.messages().stream()
                .map(message -> Map.<String, Object>of("role", message.role(), "content", message.content()))
                .toList();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", prompt.model());
        request.put("maxTokens", prompt.maxTokens());
        request.put("messages", messages);
        if (prompt.temperature() != null) {
            request.put("temperature", prompt.temperature());
        }
        return CallKey.ofContent(OPERATION, Map.of("request", request));
    }

    /** The newest first. */
    List<Entry> look() {
        List<Sent> all;
        synchronized (sent) {
            all = new ArrayList<>(sent.values());
        }
        Collections.reverse(all);
        return all.stream().map(this::look).toList();
    }

    private Entry look(Sent one) {
        String key = one.key().key();
        try {
            FoundCall found = idempotency.find(one.key(), ResultType.of(Completion.class));
            if (found instanceof FoundCall.Answered answered) {
                long age = Duration.ofNanos(System.nanoTime() - one.answeredNanos())
                        .toSeconds();
                return new Entry(
                        key, one.prompt(), State.ANSWERED, age, answered.rest().toSeconds());
            }
            if (found instanceof FoundCall.InProgress running) {
                return new Entry(
                        key,
                        one.prompt(),
                        State.IN_PROGRESS,
                        null,
                        running.lease().toSeconds());
            }
            State state = found instanceof FoundCall.Absent ? State.ABSENT : State.UNKNOWN;
            return new Entry(key, one.prompt(), state, null, null);
        } catch (IdempotencyException e) {
            return new Entry(key, one.prompt(), State.STORE_DOWN, null, null);
        }
    }

    /** Whether there was a record. */
    boolean evict(String key) {
        return idempotency.evict(OPERATION, key);
    }
}
