package dev.idem.sample.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A streamed answer whose beginning is sent at once and whose tokens stay back until they are asked for. Between them
 * the client gets pings, as from the vendor, which tell whether it is still there.
 */
public final class HeldStream implements Step {

    private static final Duration BETWEEN_PINGS = Duration.ofMillis(20);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private volatile boolean hungUp;

    HeldStream() {}

    /** What the stream is told to do next. */
    private enum Order {
        TOKEN,
        REST,
        FAIL,
        CUT,
        STOP
    }

    /** Waits for the call; false if none came in time. */
    public boolean awaitArrival(Duration timeout) throws InterruptedException {
        return arrived.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until the client has hung up; false if it has not in time, or the stream is over. */
    public boolean awaitHangUp(Duration timeout) throws InterruptedException {
        return over.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && hungUp;
    }

    /** Sends one more token. */
    public void sendToken() {
        orders.add(Order.TOKEN);
    }

    /** Sends all the others, and the end. */
    public void sendRest() {
        orders.add(Order.REST);
    }

    /** Ends with the vendor's event for errors. */
    public void fail() {
        orders.add(Order.FAIL);
    }

    /** Cuts the connection. */
    public void cut() {
        orders.add(Order.CUT);
    }

    /** Ends the reply, with less than the vendor promises. */
    public void stopShort() {
        orders.add(Order.STOP);
    }

    /** On the call's own thread: sends what was asked for, until the stream is over. */
    void play(StreamedMessage message, EventStream events) throws IOException, InterruptedException {
        arrived.countDown();
        try {
            message.begin(events);
            obey(message, events);
        } finally {
            hungUp = events.isBroken();
            over.countDown();
        }
    }

    private void obey(StreamedMessage message, EventStream events) throws IOException, InterruptedException {
        while (true) {
            switch (next(events)) {
                case TOKEN -> message.token(events);
                case REST -> {
                    message.rest(events);
                    return;
                }
                case FAIL -> {
                    events.send(WireEvent.Failure.of(Fault.OVERLOADED));
                    return;
                }
                case CUT -> throw new IOException("Cut, as planned.");
                case STOP -> {
                    return;
                }
            }
        }
    }

    private Order next(EventStream events) throws IOException, InterruptedException {
        while (true) {
            Order order = orders.poll(BETWEEN_PINGS.toMillis(), TimeUnit.MILLISECONDS);
            if (order != null) {
                return order;
            }
            events.send(new WireEvent.Ping());
        }
    }
}
