package dev.idem.store;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.idem.StoreUnavailableException;
import dev.idem.key.RecordAddress;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.store.caffeine.ClockedStores;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An observed store under the contract of all stores, and what its observer is told. */
final class ObservedStoreTest extends StoreContract {

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final StoreObserver observer = new StoreObserver() {
        @Override
        public void answered(String store, StoreCommand command, Duration time) {
            news.add(store + ' ' + command);
        }

        @Override
        public void failed(String store, StoreCommand command, Duration time, Throwable cause) {
            news.add(store + ' ' + command + " failed: " + cause.getMessage());
        }
    };

    private final AtomicLong now = new AtomicLong();
    private final IdempotencyStore store = new ObservedStore("here", ClockedStores.on(now::get), observer);

    /** So that a claim can be older than its TTL. */
    @BeforeEach
    void theStoreIsNotNew() {
        now.addAndGet(Duration.ofDays(1).toNanos());
    }

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Override
    protected IdempotencyStore otherProcess() {
        return store;
    }

    @Override
    protected void pass(RecordAddress record, Duration time) {
        now.addAndGet(time.toNanos());
    }

    static List<Method> verbs() {
        return Arrays.stream(IdempotencyStore.class.getMethods()).toList();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verb_isPassedOnToTheStore(Method verb) throws NoSuchMethodException {
        assertThat(ObservedStore.class
                        .getMethod(verb.getName(), verb.getParameterTypes())
                        .getDeclaringClass())
                .isEqualTo(ObservedStore.class);
    }

    @Test
    void answer_isToldWithItsVerb() {
        await(store().find(address, CONTENT));
        await(store().renew(List.of()));

        assertThat(news).containsExactly("here FIND", "here RENEW");
    }

    @Test
    void failure_isTold() {
        IdempotencyStore full = new ObservedStore("there", new CaffeineStore(/* maximumWeight= */ 0), observer);

        assertThat(full.claim(request("a"))).isCompletedExceptionally();
        assertThat(news).singleElement(as(STRING)).startsWith("there CLAIM failed: the local store is full");
    }

    @Test
    void observerThatThrows_changesNoAnswer() {
        StoreObserver throwing = new StoreObserver() {
            @Override
            public void answered(String name, StoreCommand command, Duration time) {
                throw new IllegalStateException("answered");
            }

            @Override
            public void failed(String name, StoreCommand command, Duration time, Throwable cause) {
                throw new AssertionError("failed");
            }
        };
        IdempotencyStore full = new ObservedStore(
                "there", new CaffeineStore(/* maximumWeight= */ 0), StoreObserver.all(List.of(throwing)));

        assertThat(await(full.find(address, CONTENT))).isInstanceOf(FindReply.Absent.class);
        assertThat(full.claim(request("a")))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class);
    }
}
