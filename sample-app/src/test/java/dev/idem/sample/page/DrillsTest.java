package dev.idem.sample.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.sample.demo.Result;
import dev.idem.sample.demo.Verdict;
import dev.idem.sample.simulator.Bill;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The books of drills; what a drill shows is in the demo's tests. */
@Timeout(60)
class DrillsTest {

    private static final Result RESULT =
            new Result("2 x tiered", "kill", 3, new Bill(2, 2, 20, 200), new Verdict(true, "ok: taken over"));

    @Test
    void start_whileOneIsUnderWay_isRefused() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Drills drills = new Drills(onlooker -> {
            onlooker.accept("begun");
            awaitEnd(end);
            return RESULT;
        });

        assertThat(drills.start()).isTrue();
        await().until(() -> !drills.progress().steps().isEmpty());
        assertThat(drills.start()).isFalse();
        assertThat(drills.progress().running()).isTrue();
        end.countDown();
        await().until(() -> !drills.progress().running());

        assertThat(drills.progress().steps()).containsExactly("begun", "ok: taken over");
        assertThat(drills.start()).isTrue();
        drills.close();
    }

    @Test
    void books_sumUpAllDrills() throws Exception {
        Drills drills = new Drills(onlooker -> RESULT);
        drills.start();
        await().until(() -> !drills.progress().running());
        drills.start();
        await().until(() -> !drills.progress().running());

        Drills.Books books = drills.books();

        assertThat(books.requests()).isEqualTo(6);
        assertThat(books.calls()).isEqualTo(4);
        assertThat(books.tokensPaid()).isEqualTo(440);
        assertThat(books.tokensSaved()).isEqualTo(220);
        assertThat(books.saved()).isEqualByComparingTo("0.00306");
        drills.close();
    }

    @Test
    void drillThatCannotBegin_saysWhy() throws Exception {
        Drills drills = new Drills(onlooker -> {
            throw new IllegalStateException("no Redis here");
        });

        drills.start();

        await().until(() -> !drills.progress().running());
        assertThat(drills.progress().steps()).containsExactly("FAILED: no Redis here");
        drills.close();
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
