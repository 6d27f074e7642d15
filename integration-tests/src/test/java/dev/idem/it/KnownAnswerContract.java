package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.idem.engine.Idempotency;
import dev.idem.it.Assistant.Message;
import dev.idem.it.Assistant.Reply;
import dev.idem.it.Assistant.Request;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that was answered from a copy before is answered by its arguments alone, with next to no memory. */
public abstract class KnownAnswerContract {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 20_000;
    private static final int ROUNDS = 50;

    private Application application;
    private Assistant assistant;

    /** An application with this door. */
    protected abstract Application startApplication();

    /** The service behind this door. */
    protected abstract Assistant assistant(Application running);

    /** How many bytes a hit may take on this way. */
    protected abstract long bytes();

    @BeforeEach
    void hangDoor() {
        application = startApplication();
        assistant = assistant(application);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    /** On a busy machine the compiler of the JVM may need some rounds until it has done its work. */
    @Test
    void hit_takesNextToNoMemory() {
        Request request = request("a");
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && fewest > bytes(); round++) {
            fewest = Math.min(fewest, bytesOfHit(request));
        }
        assertThat(fewest).as("bytes of a hit").isLessThanOrEqualTo(bytes());
        assertThat(application.work().runs()).isEqualTo(1);
    }

    private long bytesOfHit(Request request) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            assistant.complete(request);
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    /** Reading the system's clock would take a quarter of a hit. */
    @Test
    void hit_asksACoarseClock() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < 3; i++) {
            assistant.complete(request("a"));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .contains("idem-clock");
    }

    @Test
    void hit_isOneObjectThatNobodyCanChange() {
        Reply first = assistant.complete(request("a"));
        assertThat(assistant.complete(request("a"))).isEqualTo(first);
        Reply known = assistant.complete(request("a"));
        assertThat(known).isEqualTo(first).isSameAs(assistant.complete(request("a")));
        assertThatThrownBy(() -> known.reasons().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void call_withOtherContent_runs() {
        List<Message> messages = new ArrayList<>(List.of(new Message("user", "a")));
        Request request = new Request("m", messages, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(assistant.complete(request).text()).isEqualTo("m #1");
        }
        messages.add(new Message("user", "b"));
        for (int i = 0; i < 3; i++) {
            assertThat(assistant.complete(request).text()).isEqualTo("m #2");
        }
        messages.remove(1);
        assertThat(assistant.complete(request).text()).isEqualTo("m #1");
    }

    @Test
    void call_afterTheLocalTierIsCleared_runs() {
        for (int i = 0; i < 3; i++) {
            assertThat(assistant.complete(request("a")).text()).isEqualTo("m #1");
        }
        application.bean(Idempotency.class).clear();
        assertThat(assistant.complete(request("a")).text()).isEqualTo("m #2");
    }

    @Test
    void call_thatIsBypassed_runs() throws Exception {
        for (int i = 0; i < 3; i++) {
            assistant.complete(request("a"));
        }
        Reply bypassed = application.bean(Idempotency.class).bypass(() -> assistant.complete(request("a")));
        assertThat(bypassed.text()).isEqualTo("m #2");
        assertThat(assistant.complete(request("a")).text()).isEqualTo("m #1");
    }

    private static Request request(String content) {
        return new Request("m", List.of(new Message("user", content), new Message("user", "x".repeat(200))), 5);
    }
}
