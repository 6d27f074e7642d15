package dev.idem.engine;

import dev.idem.codec.ResultType;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Payload;
import dev.idem.store.caffeine.CaffeineStore;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the engine says when it refuses a call: one of each kind, as for a user's operation and key. */
public final class RefusalTexts {

    private static final Operation CHARGE = new Operation(
            "payments.charge",
            "charge",
            List.of(String.class),
            ResultType.of(String.class),
            PolicyOverrides.NONE,
            (arguments, out) -> {});
    private static final Call CALL = new Call(
            CHARGE,
            new Guard(CallPolicy.DEFAULT, new CaffeineStore(/* maximumWeight= */ 1_000)),
            new RecordAddress("shop", /* tenant= */ null, "payments.charge", "order-4711"),
            Fingerprint.of("content".getBytes(StandardCharsets.UTF_8)));
    private static final Duration REST = Duration.ofSeconds(20);

    private RefusalTexts() {}

    /** By their situations, with the names of the methods that make them. */
    public static Map<String, Throwable> all() {
        Map<String, Throwable> refusals = new LinkedHashMap<>();
        refusals.put(
                "the same call runs elsewhere (inProgress)",
                Refusals.inProgress(CALL, REST, "waited for 60s (lockWait)"));
        refusals.put("a stream stays silent (waitedTooLong)", Refusals.waitedTooLong(CALL));
        refusals.put("a transaction outlives its claim (lostBeforeCommit)", Refusals.lostBeforeCommit(CALL));
        refusals.put("the key is in use for other content (conflict)", Refusals.conflict(CALL));
        refusals.put("the owner died in the middle (unknown)", Refusals.unknown(CALL));
        refusals.put("a call waits for itself (reentrant)", Refusals.reentrant(CALL));
        refusals.put(
                "the store does not answer (unavailable)",
                Refusals.unavailable(CALL, new IllegalStateException("Redis gave no answer within PT2S")));
        refusals.put("the store has not answered for a while (dead)", Refusals.dead(CALL));
        refusals.put("a stream cannot be shared (lost)", Refusals.lost(CALL, "they are too large to be recorded."));
        refusals.put("a stream that ran twice (superseded)", Refusals.superseded(CALL));
        refusals.put("the method returned no stage (noStage)", Refusals.noStage(CALL));
        refusals.put("the method returned no stream (noStream)", Refusals.noStream(CALL));
        refusals.put("an engine without transactions (noTransactions)", Refusals.noTransactions(CALL));
        refusals.put(
                "a batch with too few results (wrongResults)",
                Refusals.wrongResults(CHARGE, "its method returned 2 results for 3 items", null));
        refusals.put("an outcome that is too large", decoded(tooLarge()));
        refusals.put("a record of a later version", decoded(new Payload(new byte[] {99})));
        refusals.put("a record of another type", decoded(new Payload(new byte[] {1, 0, 0, 0, 0, 1})));
        return refusals;
    }

    /** The methods that make refusals. */
    public static Set<String> kinds() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Refusals.class.getDeclaredMethods())
                .filter(method -> Throwable.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .forEach(names::add);
        return names;
    }

    private static Payload tooLarge() {
        return new Outcomes(new TextCodec(), /* maxSize= */ 3).encode(CALL, "a receipt");
    }

    private static Throwable decoded(Payload payload) {
        try {
            throw new AssertionError(new Outcomes(new TextCodec(), /* maxSize= */ 1_000).decode(CALL, payload));
        } catch (Throwable refusal) {
            return refusal;
        }
    }
}
