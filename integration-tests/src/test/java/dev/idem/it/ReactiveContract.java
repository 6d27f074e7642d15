package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a guarded Mono or Flux does, whichever door its call came through. */
@Timeout(30)
public abstract class ReactiveContract {

    private Application application;
    private Feed feed;
    private Work work;

    /** Starts an application whose feed stands behind this door. */
    protected abstract Application startApplication();

    @BeforeEach
    final void startFeed() {
        application = startApplication();
        feed = application.bean(Feed.class);
        work = application.work();
    }

    @AfterEach
    final void stopApplication() {
        application.close();
    }

    @Test
    final void method_runsWhenItsMonoIsSubscribedTo() {
        Mono<Receipt> charge = feed.charge("ada");
        assertThat(work.runs()).isZero();

        Receipt first = charge.block();
        assertThat(first).isEqualTo(new Receipt("ada", 1, List.of()));
        assertThat(charge.block()).isEqualTo(first);
        assertThat(feed.charge("ada").block()).isEqualTo(first);
        assertThat(feed.charge("bob").block()).isEqualTo(new Receipt("bob", 2, List.of()));
        assertThat(work.runs()).isEqualTo(2);
    }

    @Test
    final void call_claimsOnce() {
        feed.charge("ada").block();
        assertThat(application.store().claims()).isEqualTo(1);
    }

    @Test
    final void monoOfNothing_isReplayed() {
        feed.ship("a").block();
        feed.ship("a").block();
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void failure_isNotRemembered_andTheSameMonoRunsAgain() {
        Mono<Receipt> charge = feed.charge("ada");
        IllegalStateException failure = new IllegalStateException("broken");
        work.becomes(() -> {
            throw failure;
        });
        assertThat(catchThrowable(charge::block)).isSameAs(failure);
        work.becomes(() -> "");
        assertThat(charge.block()).isEqualTo(new Receipt("ada", 2, List.of()));
        assertThat(charge.block()).isEqualTo(new Receipt("ada", 2, List.of()));
        assertThat(application.store().claims()).isEqualTo(3);
    }

    @Test
    final void method_mayRunOnAnotherThreadThanTheOneThatCalledIt() {
        Mono<Receipt> charge = feed.charge("ada").subscribeOn(Schedulers.parallel());
        assertThat(charge.block()).isEqualTo(new Receipt("ada", 1, List.of()));
        assertThat(charge.block()).isEqualTo(new Receipt("ada", 1, List.of()));
        assertThat(application.store().claims()).isEqualTo(2);
    }

    @Test
    final void stream_isRecordedWhenItsLastItemSaysSo() {
        Flux<Feed.Delta> write = feed.write("poem");
        List<Feed.Delta> complete = List.of(new Feed.Delta("poem", false), new Feed.Delta("#2", true));

        assertThat(write.collectList().block()).endsWith(new Feed.Delta("#1", false));
        assertThat(write.collectList().block()).isEqualTo(complete);
        assertThat(write.collectList().block()).isEqualTo(complete);
        assertThat(work.runs()).isEqualTo(2);
    }
}
