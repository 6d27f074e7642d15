package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.PartialResultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call that is guarded item by item does, whichever door it came through. */
@Timeout(30)
public abstract class BatchContract {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Application application;
    private OrderDesk desk;
    private Work work;

    /** Starts an application whose order desk stands behind this door. */
    protected abstract Application startApplication();

    /** The desk behind this door. */
    protected OrderDesk deskOf(Application application) {
        return application.bean(OrderDesk.class);
    }

    @BeforeEach
    final void startDesk() {
        application = startApplication();
        desk = deskOf(application);
        work = application.work();
    }

    @AfterEach
    final void stopApplication() {
        threads.shutdownNow();
        application.close();
    }

    @Test
    final void list_runsTheMissingItemsTogether() {
        desk.chargeAll("ada", orders("a", "b"));

        List<Receipt> receipts = desk.chargeAll("ada", orders("d", "b", "c", "a", "d"));

        assertThat(receipts)
                .containsExactly(
                        receipt("d", 2, 2),
                        receipt("b", 1, 2),
                        receipt("c", 2, 2),
                        receipt("a", 1, 2),
                        receipt("d", 2, 2));
        assertThat(work.runs()).isEqualTo(2);
        assertThat(application.store().claims()).isEqualTo(2 + 4);
    }

    @Test
    final void otherArguments_areOtherItems() {
        desk.chargeAll("ada", orders("a"));

        assertThat(desk.chargeAll("bob", orders("a"))).extracting(Receipt::run).containsExactly(2);
    }

    @Test
    final void map_leavesItemsOutAndKeepsTheRest() {
        Order found = new Order("a", "apples", false);
        Order draft = new Order("b", "beer", true);
        Order none = new Order("c", null, false);

        assertThat(desk.findAll(List.of(found, draft, none)))
                .isEqualTo(Map.of(found, Optional.of("apples #1"), none, Optional.empty()));
        assertThat(desk.findAll(List.of(none, found)))
                .isEqualTo(Map.of(found, Optional.of("apples #1"), none, Optional.empty()));
        assertThat(work.runs()).isEqualTo(2);
    }

    @Test
    final void partialResult_isKept() {
        List<Order> orders = List.of(new Order("a", null, false), new Order("b", null, true));

        assertThatExceptionOfType(PartialResultException.class)
                .isThrownBy(() -> desk.chargeAll("ada", orders))
                .withRootCauseInstanceOf(IllegalArgumentException.class)
                .satisfies(failure -> assertThat(failure.results()).isEqualTo(Map.of(0, receipt("a", 1, 2))));

        assertThat(desk.chargeAll("ada", orders("a", "b"))).containsExactly(receipt("a", 1, 2), receipt("b", 2, 1));
    }

    @Test
    final void itemsThatFailedElsewhere_areRunInAFurtherCall() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        work.becomes(() -> {
            running.countDown();
            go.await();
            throw new IllegalStateException("no money");
        });
        Future<Throwable> first = threads.submit(() -> catchThrowable(() -> desk.chargeAll("ada", orders("b", "d"))));
        running.await();
        work.becomes(() -> {
            go.countDown();
            return first.get();
        });

        assertThat(desk.chargeAll("ada", orders("a", "b", "c", "d")))
                .containsExactly(receipt("a", 2, 2), receipt("b", 3, 2), receipt("c", 2, 2), receipt("d", 3, 2));
        assertThat(first.get()).isInstanceOf(IllegalStateException.class).hasMessage("no money");
    }

    private static List<Order> orders(String... ids) {
        return Stream.of(ids).map(id -> new Order(id, null, false)).toList();
    }

    /** Of an order that was charged in this run, together with so many. */
    private static Receipt receipt(String id, int run, int together) {
        return new Receipt("ada", run, List.of(new Receipt.Line(id, together)));
    }
}
