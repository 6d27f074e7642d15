package dev.idem.sample.page;

import dev.idem.sample.demo.Drill;
import dev.idem.sample.demo.Result;
import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Kills gateways, one drill at a time, and keeps the books of all drills. Thread-safe. */
@Component
final class Drills {

    private static final int END_SECONDS = 10;

    private final Function<Consumer<String>, Result> script;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Drills::daemon);
    private final List<String> steps = new ArrayList<>();
    private Books books = new Books(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    private boolean running;

    @Autowired
    Drills() {
        this(Drill::play);
    }

    Drills(Function<Consumer<String>, Result> script) {
        this.script = script;
    }

    /** What the latest drill does. */
    record Progress(boolean running, List<String> steps) {}

    /** What all drills together sent, paid and saved. */
    record Books(long requests, long calls, long tokensPaid, long tokensSaved, BigDecimal paid, BigDecimal saved) {

        private Books plus(Result result) {
            return new Books(
                    requests + result.requests(),
                    calls + result.bill().calls(),
                    tokensPaid + result.bill().tokens(),
                    tokensSaved + result.tokensSaved(),
                    paid.add(result.bill().amount()),
                    saved.add(result.moneySaved()));
        }
    }

    /** Begins one; false if one is under way. */
    synchronized boolean start() {
        if (running) {
            return false;
        }
        running = true;
        steps.clear();
        thread.execute(this::play);
        return true;
    }

    private void play() {
        try {
            end(script.apply(this::note));
        } catch (RuntimeException e) {
            note("FAILED: " + e.getMessage());
            end();
        }
    }

    private synchronized void note(String step) {
        steps.add(step);
    }

    private synchronized void end(Result result) {
        note(result.verdict().text());
        books = books.plus(result);
        end();
    }

    private synchronized void end() {
        running = false;
    }

    synchronized Progress progress() {
        return new Progress(running, List.copyOf(steps));
    }

    synchronized Books books() {
        return books;
    }

    /** Ends the gateways of a drill that is under way. */
    @PreDestroy
    void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "drill");
        thread.setDaemon(true);
        return thread;
    }
}
