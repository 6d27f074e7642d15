package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * Two things come from outside at any time: a wake-up and giving up. Both set a flag first and then end the pause, if
 * there is one; a pause looks at the flags after it can be seen. So neither is lost.
 */
/** How long one call waits for others, and its pauses, which block no thread. */
final class Patience {

    private final Timer timer;
    private final WaitingRoom room;
    private final long deadline;
    private final Duration lockWait;
    private volatile boolean woken;
    private volatile boolean givenUp;
    private volatile boolean seated;
    private volatile @Nullable Pause pause;
    private volatile @Nullable Long waitingSince;

    /**
     * Patience that has not been needed yet.
     *
     * @param lockWait how long the call may wait in all
     */
    Patience(Timer timer, Caller caller, Duration lockWait) {
        this.timer = timer;
        this.room = caller.room();
        this.deadline = caller.deadline();
        this.lockWait = lockWait;
    }

    /** Why the call waits no longer; empty if it may. One that may wait has its place among those that do. */
    Optional<String> end() {
        if (givenUp) {
            return Optional.of("its caller was interrupted or has given up");
        }
        if (remaining().isZero()) {
            return Optional.of("waited for " + PolicyViolation.text(lockWait) + " (lockWait)");
        }
        if (!seated && !room.enter()) {
            return Optional.of(room.size() + " threads of this process wait already (idem.max-waiting-threads)");
        }
        seated = true;
        return Optional.empty();
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - timer.nanoTime()));
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** Wake-ups from now on end the next pause; earlier ones have done their work. */
    void expectWakeUp() {
        woken = false;
    }

    void wake() {
        woken = true;
        endPause();
    }

    void giveUp() {
        givenUp = true;
        endPause();
    }

    /** Does the next step when somebody ends the pause, or by time. */
    void pause(Duration atMost, Runnable next) {
        if (waitingSince == null) {
            waitingSince = timer.nanoTime();
        }
        Pause begun = new Pause(next);
        pause = begun;
        begun.limit(timer, atMost);
        if (woken || givenUp) {
            begun.end();
        }
    }

    void endPause() {
        Pause current = pause;
        if (current != null) {
            current.end();
        }
    }

    /** How long it has been since the first pause; empty if there was none. */
    Optional<Duration> waited() {
        return Optional.ofNullable(waitingSince).map(since -> Duration.ofNanos(timer.nanoTime() - since));
    }

    /** The call waits no more: its place is free. */
    void leave() {
        if (seated) {
            seated = false;
            room.leave();
        }
    }
}
