package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.store.ClaimReply;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply.Reason;
import dev.idem.store.CompletionReply.Refused;
import dev.idem.store.IdempotencyStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command that arrives once more, long after it was sent. */
final class LateCopyTest {

    private static final Duration UNDERWAY = Duration.ofSeconds(2);

    private final EngineTestBench bench = new EngineTestBench();
    private final List<Completion> completions = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void completion_copiedAfterItsTtl_isNotRecordedAgainThoughItsClaimWasLongUnderway() throws Throwable {
        bench.engine(slowToClaim()).execute(EngineTestBench.operation(), new Object[] {"order"}, () -> "receipt");
        bench.timer.advance(EngineTestBench.TTL);

        assertThat(bench.shared.complete(completions.get(0)).toCompletableFuture())
                .isCompletedWithValue(new Refused(Reason.EXPIRED));
    }

    @Test
    void completion_refusedBecauseItsEndHasPassed_leavesNoClaimBehind() throws Throwable {
        bench.store.cut(FaultyStore.Verb.COMPLETE);
        bench.call("order", () -> "receipt");
        bench.timer.advance(EngineTestBench.TTL);
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(5));

        assertThat(bench.shared.claim(EngineTestBench.foreignRequest("order")).toCompletableFuture())
                .isCompletedWithValueMatching(ClaimReply.Granted.class::isInstance);
    }

    /** Each claim is underway for some time before it is carried out. */
    private IdempotencyStore slowToClaim() {
        return (IdempotencyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdempotencyStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("claim")) {
                        bench.timer.moveTo(bench.timer.nanoTime() + UNDERWAY.toNanos());
                    } else if (method.getName().equals("complete")) {
                        completions.add((Completion) arguments[0]);
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                        default -> method.invoke(bench.shared, arguments);
                    };
                });
    }
}
