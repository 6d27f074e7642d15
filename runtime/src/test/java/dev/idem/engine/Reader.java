package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** One subscriber to a Flux, and what it has got so far. */
final class Reader extends BaseSubscriber<Object> {

    private final List<Object> items = new CopyOnWriteArrayList<>();
    private final long atFirst;
    private volatile boolean complete;
    private volatile Throwable failure;

    private Reader(long atFirst) {
        this.atFirst = atFirst;
    }

    /** One that wants everything. */
    static Reader of(Flux<?> flux) {
        return subscribed(new Reader(Long.MAX_VALUE), flux);
    }

    /** One that has what it asks for. */
    static Reader slow(Flux<?> flux) {
        return subscribed(new Reader(0), flux);
    }

    private static Reader subscribed(Reader reader, Flux<?> flux) {
        flux.subscribe(reader);
        return reader;
    }

    void ask(long count) {
        request(count);
    }

    List<Object> items() {
        return List.copyOf(items);
    }

    boolean isOver() {
        return complete || failure != null;
    }

    void awaitItems(Object... expected) {
        await().untilAsserted(() -> assertThat(items).containsExactly(expected));
    }

    void awaitOver() {
        await().until(this::isOver);
    }

    void assertComplete(Object... expected) {
        awaitOver();
        assertThat(failure).isNull();
        assertThat(items).containsExactly(expected);
    }

    void assertFailed(Throwable expected, Object... before) {
        awaitOver();
        assertThat(failure).isSameAs(expected);
        assertThat(items).containsExactly(before);
    }

    void assertFailed(Class<? extends Throwable> expected, Object... before) {
        awaitOver();
        assertThat(failure).isInstanceOf(expected);
        assertThat(items).containsExactly(before);
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        if (atFirst > 0) {
            request(atFirst);
        }
    }

    @Override
    protected void hookOnNext(Object item) {
        items.add(item);
    }

    @Override
    protected void hookOnComplete() {
        complete = true;
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        failure = thrown;
    }
}
