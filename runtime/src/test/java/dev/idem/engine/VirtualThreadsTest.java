package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.ReentrantCallException;
import dev.idem.codec.ResultType;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.StringCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Calls on virtual threads, of which the build gives all one carrier. */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(60)
final class VirtualThreadsTest {

    private static final int CALLERS = 1_000;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    private Path directory;

    private final IdempotencyStore store = new CaffeineStore(1 << 20);
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(CallPolicy.DEFAULT, store),
            new StringCodec(),
            new EngineLimits(CALLERS, EngineLimits.DEFAULT.maxOutcomeSize()),
            Optional.empty());
    private final Operation operation = new Operation(
            "charge",
            "charge",
            List.of(String.class),
            ResultType.of(String.class),
            PolicyOverrides.NONE,
            (arguments, out) -> out.raw((String) arguments[0]));
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        engine.close();
    }

    private Object call(String id, Invocation invocation) throws Exception {
        try {
            return engine.execute(operation, new Object[] {id}, invocation);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    @Test
    void otherKeys_nestFreely() throws Exception {
        List<Started> callers =
                startAll(i -> call("order " + i, () -> call("invoice " + i, () -> call("rate", this::receipt))));

        for (Started caller : callers) {
            assertThat(caller.answer().get()).isEqualTo("receipt 1");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void sameKey_enteredAgain_isRefusedAtOnce() throws Exception {
        List<Started> callers = startAll(i -> call(
                "order " + i,
                () -> call("invoice " + i, () -> {
                    assertThatThrownBy(() -> call("order " + i, this::receipt))
                            .isInstanceOf(ReentrantCallException.class);
                    return "order " + i;
                })));

        for (int i = 0; i < CALLERS; i++) {
            assertThat(callers.get(i).answer().get()).isEqualTo("order " + i);
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void duplicates_waitWithoutTheirCarrier() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Started owner = start(() -> call("a", () -> {
            running.countDown();
            mayEnd.await();
            return receipt();
        }));
        running.await();

        List<RecordedEvent> pinned = pinnedDuring(() -> {
            List<Started> duplicates = startAll(i -> call("a", this::receipt));
            Awaitility.await()
                    .until(() -> duplicates.stream()
                            .allMatch(duplicate -> duplicate.thread().getState() == Thread.State.WAITING));
            assertThat(start(() -> call("b", () -> "meanwhile")).answer().get()).isEqualTo("meanwhile");
            mayEnd.countDown();
            for (Started duplicate : duplicates) {
                assertThat(duplicate.answer().get()).isEqualTo("receipt 1");
            }
            return null;
        });

        assertThat(owner.answer().get()).isEqualTo("receipt 1");
        assertThat(pinned).isEmpty();
    }

    private List<RecordedEvent> pinnedDuring(Callable<?> work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withoutThreshold().withStackTrace();
            recording.start();
            work.call();
            recording.stop();
            Path file = directory.resolve("pinned.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .toList();
        }
    }

    private static List<Started> startAll(NumberedCall call) {
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> start(() -> call.make(i)))
                .toList();
    }

    /** By reflection, since the release that this code is compiled for has no virtual threads. */
    private static Started start(Callable<Object> work) {
        FutureTask<Object> answer = new FutureTask<>(work);
        try {
            Object thread =
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(/* static */ null, answer);
            return new Started((Thread) thread, answer);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no virtual threads", e);
        }
    }

    private record Started(Thread thread, FutureTask<Object> answer) {}

    private interface NumberedCall {

        Object make(int number) throws Exception;
    }
}
