package dev.idem.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Retrier.Schedule;
import dev.idem.engine.RetryPolicy;
import dev.idem.retry.RetryClassifier.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next attempt is made, if there is one. */
final class Resilience4jRetrierTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(5), 0.5, List.of(), List.of());

    private static IOException cut() {
        return new IOException("cut");
    }

    private static List<Long> delays(RetryPolicy policy, RetryClassifier classifier, double random) {
        Schedule schedule = new Resilience4jRetrier(classifier, () -> random).schedule("charge", policy);
        return Stream.generate(() -> schedule.delayAfter(cut()))
                .limit(10)
                .takeWhile(Optional::isPresent)
                .map(delay -> delay.get().toMillis())
                .toList();
    }

    private static boolean retries(
            List<Class<? extends Throwable>> on, List<Class<? extends Throwable>> never, Throwable failure) {
        RetryPolicy policy = new RetryPolicy(2, Duration.ZERO, Duration.ZERO, 0, on, never);
        return new Resilience4jRetrier()
                .schedule("charge", policy)
                .delayAfter(failure)
                .isPresent();
    }

    @Test
    void delays_growToTheLongest() {
        assertThat(delays(POLICY, failure -> Verdict.RETRY, 0)).containsExactly(1000L, 2000L, 4000L, 5000L, 5000L);
    }

    @Test
    void jitter_shortensEachDelay() {
        assertThat(delays(POLICY, failure -> Verdict.RETRY, 0.5)).containsExactly(750L, 1500L, 3000L, 3750L, 3750L);
    }

    @Test
    void delays_ofRandomJitter_lieBetweenTheBoundsAndApart() {
        Random random = new Random(20261122);
        List<Long> delays = Stream.generate(
                        () -> POLICY.delay(2, random.nextDouble()).toMillis())
                .limit(1000)
                .toList();

        assertThat(delays).allMatch(delay -> delay >= 1000 && delay <= 2000);
        assertThat(delays.stream().distinct().count()).isGreaterThan(500);
        assertThat(delays.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isBetween(1450.0, 1550.0);
    }

    @Test
    void chance_isDifferentEachTime() {
        RetryPolicy policy = new RetryPolicy(200, Duration.ofDays(1), Duration.ofDays(1), 1, List.of(), List.of());
        Schedule schedule = new Resilience4jRetrier(failure -> Verdict.RETRY).schedule("charge", policy);

        assertThat(Stream.generate(() -> schedule.delayAfter(cut()).orElseThrow())
                        .limit(100)
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "2, 200",
        "40, 54975581388800",
        "57, 7205759403792793600",
        "58, 9223372036854774784",
        "63, 9223372036854774784",
        "64, 9223372036854774784",
        "65, 9223372036854774784",
        "1000000, 9223372036854774784",
    })
    void delay_afterVeryManyFailures_doesNotOverflow(int failed, long millis) {
        RetryPolicy policy = new RetryPolicy(
                9, Duration.ofMillis(100), Duration.ofMillis(9223372036854774784L), 0, List.of(), List.of());

        assertThat(policy.delay(failed, 0)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void noBackoff_isNoDelay() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ZERO, Duration.ofDays(1), 0.5, List.of(), List.of());

        assertThat(Stream.of(1, 2, 64, 100_000).map(failed -> policy.delay(failed, 0)))
                .containsOnly(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3000", "5, 5000", "3600, 5000"})
    void serverThatSaysWhen_isObeyedUpToTheLongestDelay(int seconds, long millis) {
        RetryClassifier asking = failure -> Verdict.retryAfter(Duration.ofSeconds(seconds));

        assertThat(delays(POLICY, asking, 0.9)).containsExactly(millis, millis, millis, millis, millis);
    }

    @Test
    void attempts_ofEachCall_areCountedApart() {
        Resilience4jRetrier retrier = new Resilience4jRetrier(failure -> Verdict.RETRY);
        RetryPolicy twice = new RetryPolicy(2, Duration.ZERO, Duration.ZERO, 0, List.of(), List.of());

        for (int call = 0; call < 3; call++) {
            Schedule schedule = retrier.schedule("charge", twice);
            assertThat(schedule.delayAfter(cut())).isPresent();
            assertThat(schedule.delayAfter(cut())).isEmpty();
        }
    }

    @Test
    void policies_ofOneOperation_areKeptApart() {
        Resilience4jRetrier retrier = new Resilience4jRetrier(failure -> Verdict.RETRY);
        RetryPolicy once = RetryPolicy.ONCE;

        assertThat(retrier.schedule("charge", once).delayAfter(cut())).isEmpty();
        assertThat(retrier.schedule("charge", POLICY).delayAfter(cut())).isPresent();
    }

    @Test
    void classifierThatSaysNever_ends() {
        assertThat(delays(POLICY, failure -> Verdict.NEVER, 0)).isEmpty();
        assertThat(retries(List.of(), List.of(), new CompletionException("without a cause", null)))
                .isFalse();
    }

    @Test
    void on_isTriedAgainAndNothingElse() {
        List<Class<? extends Throwable>> on = List.of(IllegalStateException.class);

        assertThat(retries(on, List.of(), new IllegalStateException())).isTrue();
        assertThat(retries(on, List.of(), new CancellationException()))
                .as("a subclass")
                .isTrue();
        assertThat(retries(on, List.of(), cut())).isFalse();
        assertThat(retries(on, List.of(), new RuntimeException(new IllegalStateException())))
                .as("a cause")
                .isFalse();
    }

    @Test
    void never_isNot() {
        List<Class<? extends Throwable>> never = List.of(InterruptedIOException.class);

        assertThat(retries(List.of(), never, new InterruptedIOException())).isFalse();
        assertThat(retries(List.of(), never, new SocketTimeoutException()))
                .as("a subclass")
                .isFalse();
        assertThat(retries(List.of(), never, cut())).isTrue();
    }

    @Test
    void nearerClass_decides() {
        List<Class<? extends Throwable>> near = List.of(InterruptedIOException.class);
        List<Class<? extends Throwable>> far = List.of(IOException.class);

        assertThat(retries(near, far, new SocketTimeoutException())).isTrue();
        assertThat(retries(near, far, cut())).isFalse();
        assertThat(retries(far, near, new SocketTimeoutException())).isFalse();
        assertThat(retries(far, near, new FileNotFoundException())).isTrue();
    }

    @Test
    void exceptionThatIsNamed_isTriedAgainWhenTheServerSays() {
        RetryPolicy policy = new RetryPolicy(
                2, Duration.ofSeconds(1), Duration.ofSeconds(9), 0, List.of(IOException.class), List.of());

        assertThat(delays(policy, failure -> Verdict.retryAfter(Duration.ofSeconds(4)), 0))
                .containsExactly(4000L);
        assertThat(delays(policy, failure -> Verdict.NEVER, 0)).containsExactly(1000L);
    }
}
